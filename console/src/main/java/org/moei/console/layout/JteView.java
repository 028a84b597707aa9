package org.moei.console.layout;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** Renders a template that the build has compiled: first into memory, so that an error never leaves half a page behind. */
final class JteView implements View {
    private final TemplateEngine engine;
    private final String template;
    private final Object model;
    private final int status;
    private final Function<HttpServletRequest, Page> page;

    JteView(TemplateEngine engine, String template, Object model, int status, Function<HttpServletRequest, Page> page) {
        this.engine = engine;
        this.template = template;
        this.model = model;
        this.status = status;
        this.page = page;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> ignored, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("page", page.apply(request), "it", model), output);
        response.setStatus(status);
        response.setContentType(getContentType());
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
