package io.patchbay.importing;

import io.patchbay.credential.Auth.ApiKey.In;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of an exchange: what is left may stand in a definition. Also takes out the
 * headers that every program sends.
 */
final class SecretSweep {

  private static final Set<String> EVERYDAY =
      Set.of(
          "host",
          "user-agent",
          "accept-encoding",
          "accept-language",
          "content-length",
          "connection",
          "proxy-connection",
          "keep-alive",
          "transfer-encoding",
          "te",
          "trailer",
          "expect",
          "upgrade",
          "upgrade-insecure-requests",
          "cache-control",
          "pragma",
          "origin",
          "referer",
          "dnt",
          "priority",
          "if-none-match",
          "if-modified-since",
          "range",
          "via",
          "x-amz-date",
          "x-amz-content-sha256",
          "x-amz-security-token",
          "x-client-data",
          "purpose",
          "save-data",
          "proxy-authorization",
          "forwarded",
          "x-forwarded-for",
          "x-real-ip",
          "postman-token",
          "cookie2",
          "authority",
          "alt-used",
          "sentry-trace",
          "baggage",
          "traceparent",
          "tracestate",
          "newrelic");
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)_ga.*|_gid|_gat.*|_gcl.*|_fbp|_fbc|__cf.*|cf_.*|_hj.*|__utm.*|amp_.*|ajs_.*|intercom.*"
              + "|optimizely.*|mp_.*|_uet.*|__stripe.*|_dd_s|hubspotutk|__hs.*|_clck|_clsk|nid|_pk_.*");
  private static final Set<String> SECRET_SETTINGS =
      Set.of("password", "token", "value", "clientSecret", "secretAccessKey", "sessionToken");
  private static final int SHORTEST_SECRET = 6;
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");
  private static final Pattern AWS_SCOPE =
      Pattern.compile("Credential=[^/,]*/\\d{8}/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request");

  /** What belongs to a signature for AWS and holds for minutes only. */
  private static final Set<String> SIGNED_ANEW =
      Set.of("x-amz-date", "x-amz-content-sha256", "x-amz-security-token");

  private static final Pattern SCHEME = Pattern.compile("(?s)([A-Za-z][\\w-]*)\\s+(.+)");

  private final Exchange exchange;
  private final List<Field> headers = new ArrayList<>();
  private final List<Field> query = new ArrayList<>();
  private final List<Field> cookies = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable Login login;

  private SecretSweep(Exchange exchange) {
    this.exchange = exchange;
  }

  /**
   * An exchange without secrets.
   *
   * @param login the way to authenticate that was found; absent when there was none
   * @param cookies that were sent besides
   * @param notes for the list of issues
   */
  record Swept(Exchange exchange, @Nullable Login login, List<Field> cookies, List<String> notes) {}

  static Swept of(Exchange exchange) {
    var sweep = new SecretSweep(exchange);
    sweep.headers();
    sweep.user();
    sweep.query();
    sweep.cookies();
    var swept =
        new Exchange(
            exchange.verb(),
            exchange.url().withQuery(sweep.query),
            sweep.headers,
            exchange.body(),
            exchange.replies(),
            null,
            sweep.story(),
            exchange.contentType());
    boolean found = sweep.login != null && !sweep.isSaid();
    Login login = found || exchange.login() == null ? sweep.login : exchange.login();
    return new Swept(swept, login, sweep.cookies, sweep.notes);
  }

  /** The story, without secrets that stand in its description too. */
  private Story story() {
    var story = exchange.story();
    String description = story.description();
    if (description == null) {
      return story;
    }
    List<String> secrets = new ArrayList<>();
    exchange.headers().stream()
        .filter(header -> SecretWords.isHeader(header.name()))
        .forEach(header -> secrets.add(header.text()));
    Login known = exchange.login() == null ? login : exchange.login();
    if (known != null && known.secret() != null) {
      known.secret().properties().stream()
          .filter(field -> SECRET_SETTINGS.contains(field.getKey()))
          .forEach(field -> secrets.add(field.getValue().asString("")));
    }
    switch (exchange.body()) {
      case ExchangeBody.Form form ->
          form.fields().stream()
              .filter(field -> SecretWords.isField(field.name()))
              .forEach(field -> secrets.add(field.text()));
      case ExchangeBody.Multipart multipart ->
          multipart.parts().stream()
              .filter(part -> SecretWords.isField(part.name()))
              .forEach(part -> secrets.add(part.text() == null ? "" : part.text()));
      default -> {}
    }
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST_SECRET && !Placeholders.isOnly(secret)) {
        description = description.replace(secret, SecretFields.LEFT_OUT);
      }
    }
    return new Story(
        story.title(), description, story.tags(), story.where(), story.line(), story.apart());
  }

  /** Whether the source says which way to authenticate it is. */
  private boolean isSaid() {
    return exchange.login() != null && exchange.login().scheme() != null;
  }

  private void headers() {
    for (var header : exchange.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (name.startsWith(":")) {
        continue;
      }
      if (!TOKEN.matcher(name).matches()) {
        notes.add("A header has a name that none can have; it was left out.");
      } else if (name.equals("authorization")) {
        authorization(header.text().strip());
      } else if (SecretWords.isHeader(name) && !isEveryday(name)) {
        key(In.HEADER, header, headers);
      } else if (!isEveryday(name) && !name.equals("cookie") && !name.equals("content-type")) {
        headers.add(header);
      }
    }
  }

  private static boolean isEveryday(String name) {
    return SIGNED_ANEW.contains(name)
        || name.startsWith("sec-")
        || name.startsWith("access-control-request-")
        || EVERYDAY.contains(name);
  }

  private void authorization(String value) {
    var matcher = SCHEME.matcher(value);
    String scheme = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    String rest = matcher.matches() ? matcher.group(2).strip() : "";
    switch (scheme) {
      case "basic" -> basic(rest);
      case "bearer" -> found(Login.bearer(rest));
      case "digest", "hawk", "oauth", "ntlm", "negotiate", "aws4-hmac-sha256" -> {
        found(madeAnew(scheme, rest));
        notes.add(
            "The Authorization header is of the kind %s, which is made anew for each call; it was left out. Choose the authentication in the API."
                .formatted(scheme));
      }
      default -> {
        if (value.equalsIgnoreCase("bearer") || value.equalsIgnoreCase("basic")) {
          found(value.equalsIgnoreCase("basic") ? Login.basic(null, null) : Login.bearer(null));
        } else if (!value.isEmpty()) {
          found(Login.apiKey(In.HEADER, "Authorization", value));
        }
      }
    }
  }

  /** What is made anew for each call gives no secret away, but says which way it is. */
  private static Login madeAnew(String scheme, String rest) {
    return switch (scheme) {
      case "digest" -> Login.digest(null, null);
      case "aws4-hmac-sha256" -> {
        var scope = AWS_SCOPE.matcher(rest);
        yield scope.find()
            ? Login.aws(scope.group(1), scope.group(2), null, null, null)
            : Login.aws(null, null, null, null, null);
      }
      default -> Login.byHand(Login.http(scheme));
    };
  }

  private void basic(String encoded) {
    if (Placeholders.isOnly(encoded)) {
      found(Login.basic(null, null));
      return;
    }
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      basicPair(pair);
    } catch (IllegalArgumentException e) {
      found(Login.basic(null, null));
    }
  }

  private void basicPair(String pair) {
    int colon = pair.indexOf(':');
    found(
        colon < 0
            ? Login.basic(pair, "")
            : Login.basic(pair.substring(0, colon), pair.substring(colon + 1)));
  }

  private void user() {
    String user = exchange.url().user();
    if (user != null && login == null) {
      basicPair(user);
    }
  }

  private void query() {
    for (var field : exchange.url().query()) {
      if (SecretWords.isQuery(field.name(), field.text())) {
        key(In.QUERY, field, query);
      } else {
        query.add(field);
      }
    }
  }

  /** The first key is how calls authenticate; further ones become inputs without a value. */
  private void key(In in, Field field, List<Field> others) {
    if (login == null && !isSaid() && !field.optional()) {
      found(Login.apiKey(in, field.name(), field.value()));
    } else {
      others.add(new Field(field.name(), null, field.description(), field.optional()));
      if (!Placeholders.isOnly(field.value())) {
        notes.add(
            "The value of the %s %s looks like a secret; it was left out, and the method has an input for it."
                .formatted(in == In.QUERY ? "query parameter" : "header", field.name()));
      }
    }
  }

  private void cookies() {
    boolean browser =
        exchange.headers().stream()
            .anyMatch(header ->
                header.name().toLowerCase(Locale.ROOT).startsWith("sec-fetch")
                    || (header.is("User-Agent") && header.text().startsWith("Mozilla/")));
    for (var header : exchange.headers()) {
      if (header.is("Cookie")) {
        for (String pair : header.text().split(";")) {
          cookie(pair.strip(), browser);
        }
      }
    }
  }

  private void cookie(String pair, boolean browser) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals).strip();
    if (!TOKEN.matcher(name).matches() || TRACKING.matcher(name).matches()) {
      return;
    }
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    if (SecretWords.isSessionCookie(name) || value.length() >= 32) {
      if (login == null && !isSaid()) {
        found(Login.apiKey(In.COOKIE, name, value));
      } else if (!browser) {
        cookies.add(Field.of(name, null));
      }
    } else if (!browser && cookies.stream().noneMatch(cookie -> cookie.name().equals(name))) {
      cookies.add(Field.of(name, value));
    }
  }

  private void found(Login found) {
    if (login == null) {
      login = found;
    }
  }
}
