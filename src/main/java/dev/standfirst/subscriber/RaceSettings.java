package dev.standfirst.subscriber;

import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Has changes done again that lost a race, as {@link Undivided} says. */
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods
class RaceSettings {}
