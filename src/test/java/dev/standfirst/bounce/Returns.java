package dev.standfirst.bounce;

import dev.standfirst.subscriber.LinkToken;
import java.util.Map;

/** Return paths for tests of packages above this one. */
public final class Returns {

    private Returns() {}

    /** Return paths at an address. */
    public static ReturnPaths at(String address, LinkToken links) {
        return new ReturnPaths(House.settings(Map.of("address", address)), links);
    }
}
