package org.moei.console.server;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One method and path that a running console answers, as its mappings say. */
record Endpoint(String method, String pattern, HandlerMethod handler) {
    private static final String VARIABLE = "\\{[^}]*}";

    /** All of a console's. */
    static List<Endpoint> of(ConsoleServer console) {
        List<Endpoint> found = new ArrayList<>();
        Map<RequestMappingInfo, HandlerMethod> mappings =
                console.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods();
        mappings.forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                    found.add(new Endpoint(method.name(), pattern, handler));
                }
            }
        });
        return found;
    }

    /** The path, with the number of a record that does not exist where it takes one. */
    String path() {
        return pattern.replaceAll(VARIABLE, "00000000-0000-7000-8000-000000000001");
    }

    boolean hasVariable() {
        return pattern.contains("{");
    }

    /** The path with a text where it takes a number. */
    String path(String text) {
        return pattern.replaceAll(VARIABLE, URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("$", "\\$"));
    }

    /** The fields of its form or query, also those of a record that they are bound to. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            RequestParam named = parameter.getAnnotation(RequestParam.class);
            if (named != null) {
                fields.add(named.name().isEmpty() ? parameter.getName() : named.name());
            } else if (parameter.getType().isRecord() && parameter.getAnnotations().length == 0) {
                Arrays.stream(parameter.getType().getRecordComponents()).map(RecordComponent::getName).forEach(fields::add);
            }
        }
        return fields;
    }
}
