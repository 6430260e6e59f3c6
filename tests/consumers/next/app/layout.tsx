import type { ReactNode } from 'react';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta name="gigsy-api" content="https://happy-otter-123.convex.site" />
      </head>
      <body>{children}</body>
    </html>
  );
}
