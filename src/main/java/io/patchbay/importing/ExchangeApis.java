package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.Server;
import io.patchbay.common.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes APIs of exchanges: one for each origin, with a version in the path as part of its base URL,
 * and a method for each verb and path.
 */
final class ExchangeApis {

  /** Stands in for an address that the source does not tell; RFC 2606 keeps it free. */
  static final String UNKNOWN = "example.com";

  private static final int LONGEST_NAME = 200;

  private final Map<String, String> variables;
  private final Set<String> slugs = new HashSet<>();

  /**
   * @param variables values of names in braces, where the source has them
   */
  ExchangeApis(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * The APIs of the exchanges.
   *
   * @param name for all of them; by host when absent
   */
  List<ImportedApi> of(List<Exchange> exchanges, @Nullable String name) {
    Map<String, List<Exchange>> byOrigin =
        exchanges.stream()
            .collect(
                Collectors.groupingBy(
                    exchange -> exchange.url().origin(), LinkedHashMap::new, Collectors.toList()));
    List<ImportedApi> apis = new ArrayList<>();
    byOrigin.forEach((origin, group) -> {
      String host = origin.replaceFirst("^https?://", "");
      String called =
          name == null || name.isBlank()
              ? host
              : byOrigin.size() == 1 ? name : "%s (%s)".formatted(name, host);
      apis.add(api(called, origin, group));
    });
    return apis;
  }

  private ImportedApi api(String given, String origin, List<Exchange> exchanges) {
    String name = given.length() > LONGEST_NAME ? given.substring(0, LONGEST_NAME) : given;
    List<ImportIssue> issues = new ArrayList<>();
    var swept = exchanges.stream().map(SecretSweep::of).toList();
    for (var one : swept) {
      one.notes().forEach(note -> issues.add(note(one.exchange().story(), null, note)));
    }
    var login = ApiLogins.of(swept);
    var methods = new ExchangeMethods(login, issues);
    var templates =
        PathTemplates.of(
            swept.stream().map(ExchangeApis::sample).toList(),
            exchanges.getFirst().story().apart());
    int base = BasePath.length(templates);
    String basePath =
        base == 0 ? "" : "/" + String.join("/", templates.getFirst().subList(0, base));
    for (int i = 0; i < swept.size(); i++) {
      methods.add(swept.get(i), templates.get(i).subList(base, templates.get(i).size()), base);
    }
    String baseUrl = origin + basePath;
    var api =
        Api.of(name, freeSlug(name), baseUrl)
            .with(parts -> {
              parts.auth = login.auth();
              parts.securitySchemes = login.schemes();
              parts.methods = methods.methods();
              parts.variables = variablesIn(baseUrl);
              parts.servers = List.of(new Server(baseUrl, null, Map.of()));
            });
    api.variables()
        .forEach((variable, value) -> {
          if (value.equals(UNKNOWN)) {
            issues.add(
                new ImportIssue(
                    ImportIssue.Severity.CHANGED,
                    exchanges.getFirst().story().where(),
                    exchanges.getFirst().story().line(),
                    null,
                    "The source does not say what '%s' in the address stands for; %s was put there. Set the variable or the base URL."
                        .formatted(variable, UNKNOWN)));
          }
        });
    issues.addAll(login.issues(name));
    return new ImportedApi(api, login.draft(name), issues);
  }

  static ImportIssue note(Story story, @Nullable String method, String message) {
    return new ImportIssue(ImportIssue.Severity.NOTE, story.where(), story.line(), method, message);
  }

  private static PathSample sample(SecretSweep.Swept swept) {
    var exchange = swept.exchange();
    Set<String> fields =
        exchange.replies().stream()
            .filter(reply -> reply.status() / 100 == 2)
            .findFirst()
            .flatMap(reply -> PlainValues.json(reply.text()))
            .map(json -> Set.copyOf(json.propertyNames()))
            .orElse(Set.of());
    return new PathSample(exchange.verb(), exchange.url().segments(), fields);
  }

  private Map<String, String> variablesIn(String baseUrl) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : Placeholders.names(baseUrl)) {
      String value = variables.getOrDefault(name, "");
      boolean port = baseUrl.contains(":{" + name + "}");
      values.put(name, value.isBlank() ? (port ? "443" : UNKNOWN) : value);
    }
    return values;
  }

  private String freeSlug(String name) {
    String slug = Slug.of(name, "api");
    String free = slug;
    for (int i = 2; !slugs.add(free); i++) {
      free = slug + "-" + i;
    }
    return free;
  }
}
