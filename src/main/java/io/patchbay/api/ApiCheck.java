package io.patchbay.api;

import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.Slug;
import io.patchbay.credential.Auth;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds all that is wrong with an API document before it is kept. */
public final class ApiCheck {

  private static final Pattern METHOD_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/]+)}");
  private static final int MAX_NAME = 200;

  private final List<Problem> problems = new ArrayList<>();

  private ApiCheck() {}

  /** All problems; empty when the document can be kept. */
  public static List<Problem> problems(Api api) {
    var check = new ApiCheck();
    check.head(api);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < api.methods().size(); i++) {
      ApiMethod method = api.methods().get(i);
      String where = "methods[" + i + "]";
      if (!names.add(method.name())) {
        check.add(where + ".name", "Another method is called '%s' too.".formatted(method.name()));
      }
      check.method(where, method);
      check.credentials(
          where + ".customizations",
          method.isWithoutAuth() ? new Auth.None() : EffectiveAuth.ofCustomized(api),
          method.customizations());
    }
    return List.copyOf(check.problems);
  }

  /** All problems of one method by itself. */
  public static List<Problem> problems(ApiMethod method) {
    var check = new ApiCheck();
    check.method("", method);
    return check.problems.stream()
        .map(p -> new Problem(p.where().replaceFirst("^\\.", ""), p.message()))
        .toList();
  }

  /** The names in braces in a path, in their order. */
  public static List<String> placeholders(String path) {
    List<String> names = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(path);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private void head(Api api) {
    if (!Api.FORMAT.equals(api.format())) {
      add("format", "This is '%s'; '%s' is needed.".formatted(api.format(), Api.FORMAT));
    }
    if (api.name().isBlank()) {
      add("name", "Give the API a name.");
    } else if (api.name().length() > MAX_NAME) {
      add("name", "Use at most %d characters.".formatted(MAX_NAME));
    }
    address("baseUrl", api.baseUrl(), api.variables());
    api.environments().forEach((name, environment) -> environment(api, name, environment));
    headers("headers", api.headers());
    customizations("customizations", api.customizations());
    credentials("customizations", api.auth(), api.customizations());
    problems.addAll(PolicyCheck.problems("policies", api.policies()));
    problems.addAll(ConnectionCheck.problems(api));
  }

  /** All problems of what an API does otherwise in an environment. */
  static List<Problem> problems(Api api, String environment, ApiEnvironment override) {
    var check = new ApiCheck();
    check.environment(api, environment, override);
    return check.problems.stream()
        .map(p -> new Problem(p.where().replaceFirst("^environments\\.[^.]*\\.?", ""), p.message()))
        .toList();
  }

  private void environment(Api api, String name, ApiEnvironment override) {
    String where = "environments." + name;
    if (!Slug.isValid(name)) {
      add(where, "'%s' cannot be the name of an environment.".formatted(name));
    }
    String baseUrl = override.baseUrl();
    if (baseUrl != null) {
      address(where + ".baseUrl", baseUrl, EffectiveApi.variables(api, override, Map.of()));
    }
    problems.addAll(
        Variables.problems(where + ".variables", override.variables(), api.variables().keySet()));
  }

  /**
   * A variable that gets its value in an environment only may stand for anything in the address.
   */
  private void address(String where, String address, Map<String, String> variables) {
    String filled = Addresses.fill(address, variables);
    baseUrl(where, PLACEHOLDER.matcher(filled).replaceAll("variable"));
  }

  private void baseUrl(String where, String baseUrl) {
    try {
      URI uri = new URI(baseUrl);
      String scheme = uri.getScheme();
      if (!("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
          || uri.getHost() == null) {
        add(
            where,
            "'%s' is no address of an API; it looks like https://api.example.com/v1."
                .formatted(baseUrl));
      } else if (uri.getRawUserInfo() != null) {
        add(where, "Leave user and password out of the address; keep them in a credential.");
      } else if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
        add(where, "Leave '?' and '#' out; query parameters belong to methods.");
      }
    } catch (URISyntaxException e) {
      add(where, "'%s' is no address: %s.".formatted(baseUrl, e.getReason()));
    }
  }

  private void method(String where, ApiMethod method) {
    if (method.name() == null || !METHOD_NAME.matcher(method.name()).matches()) {
      add(
          where + ".name",
          "'%s' is no method name: a letter, then letters, digits, '_', '-' or '.'."
              .formatted(method.name()));
    }
    if (method.baseUrl() != null && method.baseUrl().indexOf('{') < 0) {
      baseUrl(where + ".baseUrl", method.baseUrl());
    }
    if (!method.path().isEmpty() && !method.path().startsWith("/")) {
      add(where + ".path", "A path begins with '/'; the base URL stands before it.");
    }
    headers(where + ".headers", method.headers());
    customizations(where + ".customizations", method.customizations());
    problems.addAll(PolicyCheck.problems(where + ".policies", method.policies()));
    parameters(where, method);
  }

  private void parameters(String where, ApiMethod method) {
    Set<String> names = new HashSet<>();
    Set<String> inPath = new HashSet<>();
    for (int i = 0; i < method.parameters().size(); i++) {
      Parameter parameter = method.parameters().get(i);
      String at = where + ".parameters[" + i + "]";
      if (parameter.name() == null || parameter.name().isBlank()) {
        add(at + ".name", "Give the parameter a name.");
        continue;
      }
      if (!names.add(parameter.name())) {
        add(
            at + ".name",
            "Another parameter is called '%s' too; give one a name and a wireName."
                .formatted(parameter.name()));
      }
      switch (parameter.in()) {
        case PATH -> inPath.add(parameter.sentAs());
        case HEADER, COOKIE -> {
          if (!TOKEN.matcher(parameter.sentAs()).matches()) {
            add(
                at + ".name",
                "'%s' cannot be the name of a %s."
                    .formatted(parameter.sentAs(), parameter.in().word()));
          }
        }
        case QUERY -> {}
      }
    }
    List<String> placeholders = placeholders(method.path());
    for (String name : placeholders) {
      if (!inPath.contains(name)) {
        add(where + ".path", "'{%s}' has no parameter; add one with in: path.".formatted(name));
      }
    }
    for (String name : inPath) {
      if (!placeholders.contains(name)) {
        add(
            where + ".path",
            "The path has no '{%s}' for the parameter of that name.".formatted(name));
      }
    }
  }

  private void headers(String where, Map<String, String> headers) {
    headers.forEach((name, value) -> {
      if (!TOKEN.matcher(name).matches()) {
        add(where, "'%s' cannot be the name of a header.".formatted(name));
      }
      if (value != null && (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0)) {
        add(where + "." + name, "A header's value is one line.");
      }
    });
  }

  private void customizations(String where, List<Customization> customizations) {
    for (int i = 0; i < customizations.size(); i++) {
      String at = where + "[" + i + "].";
      CustomizationCheck.problems(customizations.get(i))
          .forEach(problem -> add(at + problem.where(), problem.message()));
    }
  }

  private void credentials(String where, Auth usual, List<Customization> customizations) {
    var now = usual;
    for (int i = 0; i < customizations.size(); i++) {
      var one = customizations.get(i);
      String at = where + "[" + i + "].";
      EffectiveAuth.problem(now, one)
          .ifPresent(problem -> add(at + problem.where(), problem.message()));
      now = EffectiveAuth.after(now, one);
    }
  }

  private void add(String where, String message) {
    problems.add(new Problem(where, message));
  }
}
