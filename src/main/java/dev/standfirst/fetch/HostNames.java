package dev.standfirst.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** Names to addresses: {@link NameServers} asks the network, the lab has a list. */
public interface HostNames {

    /**
     * The addresses of a name. Asked once for each request: what it answers is checked, and connected to.
     *
     * @param host in ASCII and lower case
     * @param limit how long the answer may take
     * @return at least one
     */
    List<InetAddress> lookUp(String host, Duration limit) throws UnknownHostException, InterruptedException;
}
