package dev.standfirst.bench;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;

/** Times the calls of one method of a bean. */
final class Stopwatch {

    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();

    /** The bean, timed. */
    Object around(Object bean, String method) {
        ProxyFactory timed = new ProxyFactory(bean);
        timed.setProxyTargetClass(true);
        timed.addAdvice((MethodInterceptor) call -> {
            long start = System.nanoTime();
            try {
                return call.proceed();
            } finally {
                if (call.getMethod().getName().equals(method)) {
                    millis.add((System.nanoTime() - start) / 1e6);
                }
            }
        });
        return timed.getProxy();
    }

    void reset() {
        millis.clear();
    }

    /** What each call took, the shortest first. */
    List<Double> millis() {
        return millis.stream().sorted().toList();
    }
}
