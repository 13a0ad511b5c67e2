package io.patchbay.importing;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an API is reached, and which of its methods live elsewhere.
 *
 * @param baseUrl empty when the description tells no address
 * @param variables values of what stands in braces in any address
 */
record OpenApiAddresses(
    String baseUrl, Map<String, String> variables, List<Server> servers, List<ApiMethod> methods) {

  private static final Pattern ORIGIN = Pattern.compile("^(.*?://[^/]*).*$");

  static OpenApiAddresses of(
      OpenApiReading reading,
      List<Server> servers,
      List<ApiMethod> methods,
      Map<String, Server> ownServers) {
    Server base = OpenApiServers.usable(servers);
    List<Server> offered = servers;
    if (base == null && servers.isEmpty()) {
      base = mostCommon(ownServers);
      base = base == null ? new OpenApiServers(reading).ofSource() : base;
      offered = base == null ? servers : List.of(base);
    }
    if (base == null) {
      String place = reading.version.isV2() ? "basePath" : "servers";
      reading.findings.changed(reading.root.field(place), unknown(servers));
    }
    Map<String, String> variables = new LinkedHashMap<>();
    if (base != null) {
      variables.putAll(OpenApiServers.values(base));
    }
    String baseUrl = base == null ? "" : base.url();
    List<ApiMethod> placed =
        methods.stream().map(m -> place(m, ownServers.get(m.name()), baseUrl, variables)).toList();
    return new OpenApiAddresses(baseUrl, variables, offered, placed);
  }

  private static @Nullable Server mostCommon(Map<String, Server> ownServers) {
    return ownServers.values().stream()
        .filter(server -> !server.url().startsWith("/"))
        .collect(Collectors.groupingBy(s -> s, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static String unknown(List<Server> servers) {
    if (servers.isEmpty() || servers.getFirst().url().equals("/")) {
      return "The description names no server. Give the API a base URL.";
    }
    String first = servers.getFirst().url();
    return first.contains("://")
        ? "'%s' is no http or https address. Give the API a base URL.".formatted(first)
        : "The description gives only the path '%s' of its server. Give the API a base URL that ends with it."
            .formatted(first);
  }

  /** Whether it is the API's own server, or a path that nothing is known to stand before. */
  private static boolean isBase(Server own, String baseUrl, Map<String, String> variables) {
    return own.url().startsWith("/")
        ? baseUrl.isEmpty()
        : own.url().equals(baseUrl)
            && OpenApiServers.values(own).entrySet().stream()
                .allMatch(e -> e.getValue().equals(variables.get(e.getKey())));
  }

  private static ApiMethod place(
      ApiMethod method, @Nullable Server own, String baseUrl, Map<String, String> variables) {
    if (own == null || method.baseUrl() != null || isBase(own, baseUrl, variables)) {
      return method;
    }
    // A path alone, in a file without an address: what stands beside it is the API's own server.
    String url =
        own.url().startsWith("/")
            ? ORIGIN.matcher(baseUrl).replaceFirst("$1") + own.url()
            : own.url();
    for (var variable : OpenApiServers.values(own).entrySet()) {
      String value = variable.getValue();
      String known = variables.putIfAbsent(variable.getKey(), value);
      if (known != null && !known.equals(value)) {
        url = url.replace("{" + variable.getKey() + "}", value);
      }
    }
    String address = url;
    return method.with(parts -> parts.baseUrl = address);
  }
}
