package io.patchbay.trigger;

import io.patchbay.api.Verb;
import io.patchbay.flow.PublishedFlow;
import io.patchbay.flow.PublishedFlows;
import io.patchbay.flow.Trigger.Webhook;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door for webhooks: {@code /hooks/{workspace}/{path}}. docs/webhooks.md says what senders may
 * rely on.
 */
final class WebhookServlet extends HttpServlet {

  static final String PREFIX = "/hooks/";

  private final transient Routes routes;
  private final transient PublishedFlows published;
  private final transient WebhookReceiver receiver;
  private final transient Semaphore places;

  WebhookServlet(
      Routes routes, PublishedFlows published, WebhookReceiver receiver, int concurrency) {
    this.routes = routes;
    this.published = published;
    this.receiver = receiver;
    this.places = new Semaphore(concurrency);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WebhookResponse answer;
    try {
      answer = answer(request);
    } catch (RefusedRequest e) {
      answer = e.response();
    }
    write(answer, response, request.getMethod().equals("HEAD"));
  }

  private WebhookResponse answer(HttpServletRequest request) throws IOException, RefusedRequest {
    var verb = verb(request.getMethod());
    return switch (routes.current().match(segments(request), verb)) {
      case RouteMatch.Found found when verb != null -> limited(found, verb, request);
      case RouteMatch.OtherVerbs(var allowed) -> otherVerbs(allowed, verb);
      case RouteMatch.Found _, RouteMatch.Nobody _ -> nobody();
    };
  }

  private WebhookResponse limited(RouteMatch.Found found, Verb verb, HttpServletRequest request)
      throws IOException, RefusedRequest {
    if (!places.tryAcquire()) {
      return WebhookReceiver.busy("Too many requests are being worked on.");
    }
    try {
      return found(found, verb, request);
    } finally {
      places.release();
    }
  }

  private WebhookResponse found(RouteMatch.Found found, Verb verb, HttpServletRequest request)
      throws IOException, RefusedRequest {
    PublishedFlow flow = published.live(found.route().flow()).orElse(null);
    if (flow == null
        || !(flow.flow().trigger(found.route().triggerId()).orElse(null)
            instanceof Webhook webhook)) {
      return nobody();
    }
    var raw = RawBody.read(request, webhook.bodyLimit());
    return receiver.receive(
        flow,
        webhook,
        new WebhookRequest(
            verb,
            headers(request),
            Query.parse(request.getQueryString(), StandardCharsets.UTF_8),
            found.path(),
            request.getContentType(),
            raw));
  }

  private static WebhookResponse nobody() {
    return WebhookResponse.problem(404, "No webhook here", null, null);
  }

  private static WebhookResponse otherVerbs(Set<Verb> allowed, @Nullable Verb verb) {
    var all = EnumSet.copyOf(allowed);
    all.add(Verb.OPTIONS);
    if (allowed.contains(Verb.GET)) {
      all.add(Verb.HEAD);
    }
    String names = all.stream().map(Verb::name).collect(Collectors.joining(", "));
    boolean asked = verb == Verb.OPTIONS || (verb == Verb.HEAD && all.contains(Verb.HEAD));
    return (asked
            ? WebhookResponse.empty(204)
            : WebhookResponse.problem(
                405, "This webhook does not take that verb", "It takes " + names + ".", null))
        .with("Allow", names);
  }

  private static @Nullable Verb verb(String method) {
    try {
      return Verb.valueOf(method);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static List<String> segments(HttpServletRequest request) {
    String uri = request.getRequestURI();
    int parameters = uri.indexOf(';');
    String path = parameters < 0 ? uri : uri.substring(0, parameters);
    var segments = new ArrayList<String>(4);
    for (String segment : path.substring(Math.min(PREFIX.length(), path.length())).split("/", -1)) {
      segments.add(decode(segment));
    }
    return segments;
  }

  private static String decode(String segment) {
    return segment.indexOf('%') < 0
        ? segment
        : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    var headers = new HashMap<String, String>();
    for (String name : Collections.list(request.getHeaderNames())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!headers.containsKey(lower)) {
        headers.put(lower, String.join(", ", Collections.list(request.getHeaders(name))));
      }
    }
    return headers;
  }

  private static void write(WebhookResponse answer, HttpServletResponse response, boolean headOnly)
      throws IOException {
    response.setStatus(answer.status());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox");
    response.setHeader("Cache-Control", "no-store");
    answer.headers().forEach(response::setHeader);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    if (answer.status() != 204 && answer.status() != 304) {
      response.setContentLength(body.length);
    }
    if (!headOnly && body.length > 0) {
      response.getOutputStream().write(body);
    }
  }
}
