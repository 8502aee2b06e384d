package dev.standfirst.fetch;

import java.net.InetAddress;
import java.util.List;

/**
 * Where a request may go.
 *
 * @param address what it asks for
 * @param machines the network addresses that were checked; the connection goes to one of these and nowhere else
 */
public record Destination(WebAddress address, List<InetAddress> machines) {

    /** Copies the list. */
    public Destination {
        machines = List.copyOf(machines);
    }
}
