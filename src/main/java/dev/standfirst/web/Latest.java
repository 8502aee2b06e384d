package dev.standfirst.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was made last, kept until others are made: at most so many. */
final class Latest<K, V> {

    private static final float LOAD = 0.75f;

    private final Map<K, V> values;

    Latest(int most) {
        this.values = Collections.synchronizedMap(new LinkedHashMap<>(most, LOAD, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    /** The value of a key, made where it is not kept; perhaps twice at the same time, to the same effect. */
    V get(K key, Function<K, V> make) {
        V value = values.get(key);
        if (value == null) {
            value = make.apply(key);
            values.put(key, value);
        }
        return value;
    }
}
