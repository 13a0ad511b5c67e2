package io.patchbay.importing;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.MethodNames;
import io.patchbay.api.Verb;
import io.patchbay.importing.SecretSweep.Swept;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the methods of one API: exchanges with the same verb and path become one. */
final class ExchangeMethods {

  private static final Pattern METHOD_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");

  private static final Pattern ADDRESS = Pattern.compile("://|\\{\\{|^/|www\\.");

  private final ApiLogins logins;
  private final List<ImportIssue> issues;
  private final Map<String, Samples> byKey = new LinkedHashMap<>();

  /** The exchanges of one method. */
  private static final class Samples {
    private final Verb verb;
    private final String path;
    private final Story story;
    private final ExchangeParameters parameters = new ExchangeParameters();
    private final ExchangeBodies bodies = new ExchangeBodies();
    private final ExchangeReplies replies = new ExchangeReplies();
    private final Set<String> accepted = new HashSet<>();
    private final Set<String> tags = new HashSet<>();
    private @Nullable Login login;
    private @Nullable String description;
    private @Nullable String contentType;

    Samples(Verb verb, String path, Story story) {
      this.verb = verb;
      this.path = path;
      this.story = story;
    }
  }

  ExchangeMethods(ApiLogins logins, List<ImportIssue> issues) {
    this.logins = logins;
    this.issues = issues;
  }

  /**
   * Takes one exchange.
   *
   * @param template its path below the base URL
   * @param base how many segments belong to the base URL
   */
  void add(Swept swept, List<String> template, int base) {
    var exchange = swept.exchange();
    var verb = verb(exchange);
    if (verb.isEmpty()) {
      return;
    }
    String path = template.isEmpty() && base > 0 ? "" : "/" + String.join("/", template);
    String key = verb.get() + " " + path + (exchange.story().apart() ? " " + byKey.size() : "");
    var samples = byKey.computeIfAbsent(key, _ -> new Samples(verb.get(), path, exchange.story()));
    samples.parameters.add(swept, inPath(template, exchange.url(), base));
    samples.bodies.add(exchange.body(), exchange.contentType());
    samples.replies.add(exchange.replies());
    samples.tags.addAll(exchange.story().tags());
    exchange.header("Accept").ifPresent(samples.accepted::add);
    samples.contentType =
        samples.contentType == null ? exchange.contentType() : samples.contentType;
    samples.login = samples.login == null ? swept.login() : samples.login;
    samples.description =
        samples.description == null ? exchange.story().description() : samples.description;
  }

  private Optional<Verb> verb(Exchange exchange) {
    String word = exchange.verb().toUpperCase(Locale.ROOT);
    try {
      var verb = Verb.valueOf(word);
      if (!word.equals(exchange.verb())) {
        issues.add(
            issue(
                ImportIssue.Severity.CHANGED,
                exchange.story(),
                "The verb %s is sent as %s.".formatted(exchange.verb(), word)));
      }
      return Optional.of(verb);
    } catch (IllegalArgumentException e) {
      issues.add(
          issue(
              ImportIssue.Severity.LEFT_OUT,
              exchange.story(),
              "'%s' is no verb that methods can have."
                  .formatted(word.length() > 30 ? word.substring(0, 30) + "…" : word)));
      return Optional.empty();
    }
  }

  private static ImportIssue issue(ImportIssue.Severity severity, Story story, String message) {
    return new ImportIssue(severity, story.where(), story.line(), null, message);
  }

  private static List<Field> inPath(List<String> template, ExchangeUrl url, int base) {
    List<Field> values = new ArrayList<>();
    for (int i = 0; i < template.size(); i++) {
      List<String> names = Placeholders.names(template.get(i));
      String actual = url.segments().get(base + i);
      for (String name : names) {
        String value = names.size() == 1 ? value(template.get(i), name, actual) : "";
        values.add(place(name, value, url.places()));
      }
    }
    return values;
  }

  /** What stood in place of the name; empty when nothing did. */
  private static String value(String template, String name, String actual) {
    String behind = template.substring(name.length() + 2);
    boolean known = template.startsWith("{") && actual.indexOf('{') < 0 && actual.endsWith(behind);
    return known
        ? ExchangeUrl.decode(actual.substring(0, actual.length() - behind.length()), false)
        : "";
  }

  private static Field place(String name, String value, List<Field> places) {
    return places.stream()
        .filter(place -> place.name().equals(name))
        .findFirst()
        .map(place ->
            new Field(name, value.isEmpty() ? place.text() : value, place.description(), false))
        .orElse(Field.of(name, value));
  }

  List<ApiMethod> methods() {
    List<ApiMethod> methods = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (var samples : byKey.values()) {
      methods.add(method(samples, taken));
    }
    return methods;
  }

  private ApiMethod method(Samples samples, Set<String> taken) {
    String name = name(samples, taken);
    taken.add(name);
    var body = samples.bodies.definition();
    samples
        .bodies
        .notes()
        .forEach(note -> issues.add(ExchangeApis.note(samples.story, name, note)));
    return ApiMethod.of(name, samples.verb, samples.path)
        .with(parts -> {
          parts.title = samples.story.title();
          parts.description = samples.description;
          parts.tags = samples.story.tags();
          parts.parameters = samples.parameters.parameters();
          parts.headers = headers(samples, body.isPresent());
          parts.body = body.orElse(null);
          parts.responses = samples.replies.definitions();
          parts.security = logins.security(samples.login, samples.story.apart());
        });
  }

  private static Map<String, String> headers(Samples samples, boolean hasBody) {
    Map<String, String> headers = new LinkedHashMap<>(accept(samples.accepted));
    if (!hasBody && samples.contentType != null && samples.contentType.indexOf('\n') < 0) {
      headers.put("Content-Type", samples.contentType);
    }
    return headers;
  }

  private static Map<String, String> accept(Set<String> accepted) {
    String only = accepted.size() == 1 ? accepted.iterator().next() : "*/*";
    boolean plain = only.contains("*/*") || Placeholders.isOnly(only) || only.indexOf('\n') >= 0;
    return plain ? Map.of() : Map.of("Accept", only);
  }

  private static String name(Samples samples, Set<String> taken) {
    String title = samples.story.title();
    if (samples.story.apart() && title != null && !ADDRESS.matcher(title).find()) {
      String named = Placeholders.name(title.replaceAll("['’]", ""));
      if (METHOD_NAME.matcher(named).matches() && !named.equals("value")) {
        String shorter = named.length() > 80 ? named.substring(0, 80) : named;
        String start = shorter.substring(0, 1).toLowerCase(Locale.ROOT) + shorter.substring(1);
        return free(start, taken);
      }
    }
    String proposed = MethodNames.propose(samples.verb, samples.path, taken);
    return proposed.length() <= 120 ? proposed : free(proposed.substring(0, 110), taken);
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + i;
    }
    return free;
  }
}
