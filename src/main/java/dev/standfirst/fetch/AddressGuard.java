package dev.standfirst.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps the fetcher on the public web: whoever writes a feed must not make us call machines of the network we run in. A
 * name is looked up once, all of its addresses are judged, and only they are connected to: a name server that answers
 * something else a moment later (DNS rebinding) gains nothing. Every hop of a redirect passes here.
 */
@Component
public class AddressGuard {

    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    private final Set<String> allowed;
    private final HostNames names;

    @Autowired
    AddressGuard(FetchSettings settings, HostNames names) {
        this(settings.allowedHosts(), names);
    }

    /**
     * A guard.
     *
     * @param allowedHosts what the operator vouches for, {@code host} or {@code host:port}, version 6 in brackets: may
     *     be on any network; a host without a port has all ports open
     * @param names where names are looked up
     */
    public AddressGuard(List<String> allowedHosts, HostNames names) {
        this.allowed = allowedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.names = names;
    }

    /**
     * Lets an address pass.
     *
     * @param limit how long name servers may take
     * @throws IOException with a reason in plain words, where it may not be fetched or cannot be found
     */
    public Destination admit(WebAddress address, Duration limit) throws IOException, InterruptedException {
        String host = address.host().text();
        boolean vouched = allowed.contains(host) || allowed.contains(host + ":" + address.port());
        if (!vouched && !PORTS.contains(address.port())) {
            throw new Refusal("asks for port %d, which is not fetched".formatted(address.port()));
        }
        List<InetAddress> machines = machines(address.host(), limit);
        if (!vouched && !machines.stream().allMatch(PublicNetworks::hold)) {
            throw new Refusal("is on a private network (%s); allow it with STANDFIRST_FETCH_ALLOWED_HOSTS"
                    .formatted(address.authority()));
        }
        return new Destination(address, machines);
    }

    private List<InetAddress> machines(HostName host, Duration limit) throws IOException, InterruptedException {
        InetAddress literal = host.literal();
        return literal == null ? names.lookUp(host.text(), limit) : List.of(literal);
    }
}
