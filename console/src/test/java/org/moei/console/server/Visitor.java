package org.moei.console.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, follows nothing by itself, sends the field against forged requests. */
final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;

    Visitor(int port) {
        this("http://127.0.0.1:" + port);
    }

    /** One who reaches the console by another name. */
    Visitor(String base) {
        this.base = base;
    }

    /** Somebody who got hold of a session's cookie, as {@code MOEI=…}. */
    static Visitor withCookie(int port, String cookie) {
        Visitor visitor = new Visitor(port);
        visitor.cookies.getCookieStore().add(URI.create(visitor.base), HttpCookie.parse("Set-Cookie: " + cookie + "; Path=/").getFirst());
        return visitor;
    }

    static Visitor signedIn(int port, String name) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> answer = visitor.signIn(name, name);
        if (!answer.headers().firstValue("location").orElse("").endsWith("/")) {
            throw new IllegalStateException("not signed in: " + answer.statusCode() + " " + answer.headers().map());
        }
        return visitor;
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return post("/sign-in", "/sign-in", Map.of("username", name, "password", password));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Reads the field against forged requests from the page {@code form}, then posts. */
    HttpResponse<String> post(String form, String path, Map<String, String> fields) throws IOException, InterruptedException {
        return post(form, path, page -> fields);
    }

    /** Does the same with fields that answer what the page says. */
    HttpResponse<String> post(String form, String path, Function<String, Map<String, String>> answer) throws IOException, InterruptedException {
        String page = get(form).body();
        Matcher token = CSRF.matcher(page);
        String csrf = token.find() ? "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "";
        String body = answer.apply(page).entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&" + csrf));
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Posts a form with one file in it. */
    HttpResponse<String> postFile(String form, String path, String field, String fileName, byte[] bytes) throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get(form).body());
        String csrf = token.find() ? token.group(1) : "";
        String boundary = "----moei";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName + "\"\r\nContent-Type: text/csv\r\n\r\n";
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        body.write(head.getBytes(StandardCharsets.UTF_8));
        body.write(bytes);
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
