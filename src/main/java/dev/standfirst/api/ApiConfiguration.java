package dev.standfirst.api;

import dev.standfirst.watch.Meters;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the parts of the API into the web server. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private final ApiJson json;
    private final Cursors cursors;

    ApiConfiguration(ApiJson json, Cursors cursors) {
        this.json = json;
        this.cursors = cursors;
    }

    /** After the filter that says which hosts see what. */
    @Bean
    FilterRegistrationBean<ApiFilter> apiFilter(Doorkeeper doorkeeper, Replays replays, Problems problems) {
        FilterRegistrationBean<ApiFilter> filter =
                new FilterRegistrationBean<>(new ApiFilter(doorkeeper, replays, problems));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    /** Answers by itself, whatever else there is. */
    @Bean
    FilterRegistrationBean<MetricsFilter> metricsFilter(Doorkeeper doorkeeper, Meters meters, Problems problems) {
        FilterRegistrationBean<MetricsFilter> filter =
                new FilterRegistrationBean<>(new MetricsFilter(doorkeeper, meters, problems));
        filter.addUrlPatterns(MetricsFilter.PATH);
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeCheck());
        registry.addInterceptor(new KnownParameters());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestParts(cursors));
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new ApiJsonConverter(json));
    }
}
