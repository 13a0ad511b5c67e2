package io.patchbay.importing;

import static java.util.stream.Collectors.toCollection;

import io.patchbay.api.Server;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The addresses that a description offers, made absolute against the one that it came from. */
final class OpenApiServers {

  static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://[^/].*");
  private static final Pattern HTTP = Pattern.compile("(?i)https?");
  private static final Pattern HOST_FIRST =
      Pattern.compile("(localhost|[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)(:[0-9]+)?(/.*)?");
  private static final Pattern USER = Pattern.compile("(?:(?<=://)|^)[^/@]*@");

  private final OpenApiReading reading;

  OpenApiServers(OpenApiReading reading) {
    this.reading = reading;
  }

  /** Those of the whole description. */
  List<Server> ofRoot() {
    return reading.version.isV2() ? ofV2() : of(reading.root.field("servers"));
  }

  /** Those of a {@code servers} list. */
  List<Server> of(Spot list) {
    List<Server> servers = new ArrayList<>();
    for (Spot element : reading.elements(list, "Servers")) {
      reading.object(element, "A server").ifPresent(server -> servers.add(server(server)));
    }
    return servers;
  }

  /** The server that the description itself came from; absent when it came from a file. */
  @Nullable Server ofSource() {
    Spot root = reading.root;
    return sourceAddress(root)
        .map(base -> new Server(resolve(base, "/"), null, Map.of()))
        .orElse(null);
  }

  private Server server(Spot server) {
    Map<String, Server.Variable> variables = new LinkedHashMap<>();
    for (Spot variable : reading.entries(server.field("variables"), "Server variables")) {
      variables.put(
          variable.key(),
          new Server.Variable(
              variable.field("default").text(""),
              reading.description(variable.field("description")),
              reading.texts(variable.field("enum"), "The values of a variable")));
    }
    Spot place = server.field("url");
    String url = absolute(place, place.text("/").strip(), variables);
    return server(place, url, reading.description(server.field("description")), variables);
  }

  /** With the variables that stand in the address, and no others. */
  private Server server(
      Spot place,
      String url,
      @Nullable String description,
      Map<String, Server.Variable> variables) {
    Map<String, Server.Variable> used = new LinkedHashMap<>(variables);
    Set<String> names =
        VARIABLE
            .matcher(url)
            .results()
            .map(r -> r.group(1))
            .collect(toCollection(LinkedHashSet::new));
    used.keySet().retainAll(names);
    for (String name : names) {
      if (used.putIfAbsent(name, new Server.Variable("", null, List.of())) == null) {
        reading.findings.changed(
            place, "'{%s}' is not described; give it a value.".formatted(name));
      }
    }
    return new Server(url, description, used);
  }

  /** The host, the base path and the schemes of OpenAPI 2.0; https first. */
  private List<Server> ofV2() {
    Spot root = reading.root;
    String basePath = root.field("basePath").text("").strip();
    String path = basePath.isEmpty() || basePath.startsWith("/") ? basePath : "/" + basePath;
    String host = root.field("host").text("").strip();
    if (host.isEmpty()) {
      Spot place = root.field("basePath");
      String url = absolute(place, path.isEmpty() ? "/" : path, Map.of());
      return List.of(server(place, url, null, Map.of()));
    }
    String plain = host.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("/+$", "");
    List<Server> servers = new ArrayList<>();
    for (String scheme : schemes(root)) {
      servers.add(server(root.field("host"), scheme + "://" + plain + path, null, Map.of()));
    }
    return servers;
  }

  private List<String> schemes(Spot root) {
    List<String> said = reading.texts(root.field("schemes"), "Schemes");
    List<String> usable =
        Stream.of("https", "http")
            .filter(scheme -> said.stream().anyMatch(scheme::equalsIgnoreCase))
            .toList();
    boolean plainSource = sourceAddress(root).map(u -> u.startsWith("http:")).orElse(false);
    return usable.isEmpty() ? List.of(plainSource ? "http" : "https") : usable;
  }

  /** The address with its variables still in braces; relative when there is no source address. */
  private String absolute(Spot place, String url, Map<String, Server.Variable> variables) {
    String clean = withoutExtras(place, url);
    if (ABSOLUTE.matcher(filled(clean, values(new Server(clean, null, variables)))).matches()) {
      return clean;
    }
    Optional<String> source = sourceAddress(place);
    if (clean.startsWith("//")) {
      return (source.filter(s -> s.startsWith("http:")).isPresent() ? "http:" : "https:") + clean;
    }
    if (HOST_FIRST.matcher(clean).matches()) {
      String scheme = clean.startsWith("localhost") ? "http://" : "https://";
      reading.findings.changed(
          place, "The address had no scheme; %s was put before it.".formatted(scheme));
      return scheme + clean;
    }
    return source.map(base -> resolve(base, clean)).orElse(clean);
  }

  private String withoutExtras(Spot place, String url) {
    String clean = USER.matcher(url).replaceFirst("").replaceFirst("[?#].*", "");
    if (!clean.equals(url)) {
      reading.findings.changed(
          place, "User, '?' and '#' do not belong to a server's address and were taken off.");
    }
    return clean;
  }

  private static String resolve(String base, String url) {
    try {
      String resolved =
          URI.create(base)
              .resolve(url.replace("{", "%7B").replace("}", "%7D").replace(" ", "%20"))
              .toString()
              .replace("%7B", "{")
              .replace("%7D", "}");
      return url.equals("/") ? resolved.replaceFirst("/$", "") : resolved;
    } catch (IllegalArgumentException _) {
      return url;
    }
  }

  private static Optional<String> sourceAddress(Spot place) {
    String name = place.document().name();
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://")
        ? Optional.of(name)
        : Optional.empty();
  }

  /** The first that calls can be sent to. */
  static @Nullable Server usable(List<Server> servers) {
    return servers.stream()
        .filter(server ->
            isCallable(server.url(), valuesOf(server, true))
                || isCallable(server.url(), valuesOf(server, false)))
        .findFirst()
        .orElse(null);
  }

  /** The values of a server's variables; an empty one only counts where an address comes of it. */
  static Map<String, String> values(Server server) {
    return valuesOf(server, isCallable(server.url(), valuesOf(server, true)));
  }

  private static Map<String, String> valuesOf(Server server, boolean emptyOnes) {
    Map<String, String> values = new LinkedHashMap<>();
    server
        .variables()
        .forEach((name, variable) -> {
          if (emptyOnes || !variable.value().isEmpty()) {
            values.put(name, variable.value());
          }
        });
    return values;
  }

  private static boolean isCallable(String address, Map<String, String> values) {
    try {
      var uri = new URI(filled(address, values));
      return uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && HTTP.matcher(String.valueOf(uri.getScheme())).matches();
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static String filled(String url, Map<String, String> values) {
    return VARIABLE
        .matcher(url)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "variable")));
  }
}
