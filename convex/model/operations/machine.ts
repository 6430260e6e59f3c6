/** Whether an address is one of the machine that the deployment runs on: of a deployment for development. */
export function isThisMachine(address: string): boolean {
  return URL.canParse(address) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}
