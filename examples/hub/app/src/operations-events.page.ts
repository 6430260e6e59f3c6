/** The page of the delivery of events; the element finds the administrator's client at the provider around it. */
import '@gigsy/elements/delivery-monitor/define';
