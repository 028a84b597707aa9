package org.moei.console.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.moei.base.Ids;
import org.moei.console.layout.Permissions;
import org.moei.console.layout.Pages;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tomcat, Spring MVC and static files, each named here; nothing configures itself. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class WebConfiguration implements WebMvcConfigurer {
    /** The largest list that the form takes; larger ones come by the command line. */
    static final long LARGEST_UPLOAD_BYTES = 64L << 20;

    private final Assets assets;
    private final Permissions permissions;

    WebConfiguration(Assets assets, Permissions permissions) {
        this.assets = assets;
        this.permissions = permissions;
    }

    @Bean
    static TomcatServletWebServerFactory tomcat(ConsoleOptions options) throws UnknownHostException {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(options.port());
        tomcat.setAddress(InetAddress.getByName(options.address()));
        tomcat.addConnectorCustomizers(connector -> {
            connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("http-"));
            connector.setProperty("server", "Moei");
            connector.setProperty("compression", "on");
            connector.setProperty("compressibleMimeType", "text/html,text/css,text/javascript,application/json,image/svg+xml");
            connector.setMaxPostSize(2 << 20);
        });
        tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                ErrorReportValve quiet = new ErrorReportValve();
                quiet.setShowReport(false);
                quiet.setShowServerInfo(false);
                host.getPipeline().addValve(quiet);
            }
        });
        tomcat.addErrorPages(new ErrorPage("/error"));
        var session = new org.springframework.boot.web.server.servlet.Session();
        session.setTimeout(options.idle());
        session.getCookie().setName(options.cookie());
        session.getCookie().setSecure(options.site().tls());
        session.getCookie().setPath("/");
        session.getCookie().setHttpOnly(true);
        session.getCookie().setSameSite(org.springframework.boot.web.server.Cookie.SameSite.STRICT);
        tomcat.setSession(session);
        options.certificate().ifPresent(certificate -> tomcat.setSsl(ssl(certificate)));
        return tomcat;
    }

    private static Ssl ssl(ConsoleOptions.Certificate certificate) {
        Ssl ssl = new Ssl();
        ssl.setKeyStore(certificate.file().toUri().toString());
        ssl.setKeyStoreType("PKCS12");
        ssl.setKeyStorePassword(certificate.password());
        ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return ssl;
    }

    @Bean
    static DispatcherServlet dispatcherServlet() {
        return new DispatcherServlet();
    }

    @Bean
    static DispatcherServletRegistrationBean dispatcher(DispatcherServlet servlet) {
        var registration = new DispatcherServletRegistrationBean(servlet, "/");
        // In memory as a whole: what is uploaded is about people, and would stand on the disk in clear.
        registration.setMultipartConfig(new MultipartConfigElement("", LARGEST_UPLOAD_BYTES, LARGEST_UPLOAD_BYTES + (1 << 20), (int) LARGEST_UPLOAD_BYTES));
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    static StandardServletMultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver();
    }

    @Bean
    static FilterRegistrationBean<StartOfRequest> startOfRequest() {
        var registration = new FilterRegistrationBean<>(new StartOfRequest());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    static DelegatingFilterProxyRegistrationBean security() {
        var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        return registration;
    }

    @Bean
    static ErrorPages errorPages(Pages pages, Ids ids) {
        return new ErrorPages(pages, ids);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RuleInterceptor(permissions));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AuthenticationPrincipalArgumentResolver());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl forEver = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler(assets.address() + "/**").addResourceLocations("classpath:" + Assets.FOLDER).setCacheControl(forEver);
        registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/META-INF/resources/webjars/").setCacheControl(forEver);
    }
}
