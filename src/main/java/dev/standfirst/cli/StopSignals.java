package dev.standfirst.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and SIGTERM. The JVM's own answer to them is to run all shutdown hooks at once, and the database's hook closes
 * it under a run that is at work; so they are taken here first. The JVM has no public interface for signals: the one
 * that every JDK brings, {@code sun.misc.Signal}, is called by reflection.
 */
final class StopSignals {

    private static final Logger log = LoggerFactory.getLogger(StopSignals.class);

    private StopSignals() {}

    /** Calls this, in a thread of its own, when one of the signals comes. */
    static void handle(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler call = (proxy, method, arguments) -> {
                action.run();
                return null;
            };
            Object proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, call);
            for (String name : new String[] {"INT", "TERM"}) {
                Object which = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, which, proxy);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            log.debug("this JVM does not let signals be taken", e);
        }
    }
}
