package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.SecurityScheme;
import io.patchbay.api.Server;
import io.patchbay.api.Verb;
import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a definition as an OpenAPI 3.1 description. What OpenAPI has no word for goes into {@code
 * x-patchbay}, so that the description, when it is imported again, gives the same definition.
 */
public final class OpenApiWriter {

  private static final Set<Verb> KNOWN =
      EnumSet.of(
          Verb.GET,
          Verb.PUT,
          Verb.POST,
          Verb.DELETE,
          Verb.OPTIONS,
          Verb.HEAD,
          Verb.PATCH,
          Verb.TRACE);

  private final Api api;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private final ObjectNode own = JsonNodeFactory.instance.objectNode();

  private OpenApiWriter(Api api) {
    this.api = api;
  }

  /** The whole description; no secret is in it, as none is in a definition. */
  public static JsonNode write(Api api) {
    return new OpenApiWriter(api).document();
  }

  private ObjectNode document() {
    document.put("openapi", "3.1.1");
    ObjectNode info = document.putObject("info").put("title", api.name());
    if (api.description() != null) {
      info.put("description", api.description());
    }
    info.put("version", api.version() == null ? "" : api.version());
    servers();
    security();
    paths();
    components();
    ownWords();
    return document;
  }

  private void servers() {
    Server natural = OpenApiServers.usable(api.servers());
    boolean fits = api.baseUrl().equals(natural == null ? "" : natural.url());
    List<Server> servers = new ArrayList<>();
    if (!fits) {
      own.put("baseUrl", api.baseUrl());
      own.set("servers", Json.toTree(api.servers()));
      if (!api.baseUrl().isEmpty()) {
        servers.add(new Server(api.baseUrl(), null, variablesIn(api.baseUrl())));
      }
    }
    servers.addAll(api.servers());
    if (!servers.isEmpty()) {
      var list = document.putArray("servers");
      servers.forEach(server -> list.add(server(server)));
    }
  }

  /** The values of the names in braces in an address. */
  private Map<String, Server.Variable> variablesIn(String address) {
    Map<String, Server.Variable> variables = new LinkedHashMap<>();
    Matcher named = OpenApiServers.VARIABLE.matcher(address);
    while (named.find()) {
      String value = api.variables().getOrDefault(named.group(1), "");
      variables.put(named.group(1), new Server.Variable(value, null, List.of()));
    }
    return variables;
  }

  private static ObjectNode server(Server server) {
    var node = JsonNodeFactory.instance.objectNode().put("url", server.url());
    if (server.description() != null) {
      node.put("description", server.description());
    }
    if (!server.variables().isEmpty()) {
      var variables = node.putObject("variables");
      server
          .variables()
          .forEach((name, variable) -> {
            var written = variables.putObject(name).put("default", variable.value());
            if (!variable.options().isEmpty()) {
              variable.options().forEach(written.putArray("enum")::add);
            }
            if (variable.description() != null) {
              written.put("description", variable.description());
            }
          });
    }
    return node;
  }

  private void security() {
    var requirement = document.putArray("security").addObject();
    if (api.auth() instanceof Auth.None) {
      return;
    }
    String name =
        api.securitySchemes().entrySet().stream()
            .filter(entry -> OpenApiSecurity.fits(api.auth(), entry.getValue()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(OpenApiReading.OWN);
    var scopes = requirement.putArray(name);
    if (api.auth() instanceof Auth.OAuth2ClientCredentials oauth) {
      oauth.scopes().forEach(scopes::add);
    }
    if (name.equals(OpenApiReading.OWN)) {
      addScheme();
    }
  }

  private void addScheme() {
    var scheme = components("securitySchemes").putObject(OpenApiReading.OWN);
    switch (api.auth()) {
      case Auth.None _ -> {}
      case Auth.Basic _ -> scheme.put("type", "http").put("scheme", "basic");
      case Auth.Bearer _ -> scheme.put("type", "http").put("scheme", "bearer");
      case Auth.ApiKey key ->
          scheme.put("type", "apiKey").put("in", key.in().word()).put("name", key.name());
      case Auth.OAuth2ClientCredentials oauth -> {
        scheme.put("type", "oauth2");
        var flow = scheme.putObject("flows").putObject("clientCredentials").put("tokenUrl", "");
        var scopes = flow.putObject("scopes");
        oauth.scopes().forEach(scope -> scopes.put(scope, ""));
      }
      case Auth.Digest _ -> scheme.put("type", "http").put("scheme", "digest");
      case Auth.ClientCertificate _ -> scheme.put("type", "mutualTLS");
      case Auth.OAuth2AuthorizationCode _ ->
          flow(scheme, "authorizationCode").put("authorizationUrl", "").put("tokenUrl", "");
      case Auth.OAuth2Password _ -> flow(scheme, "password").put("tokenUrl", "");
      case Auth.OAuth2JwtBearer _ -> flow(scheme, "clientCredentials").put("tokenUrl", "");
      case Auth.AwsSigV4 _, Auth.Hmac _ ->
          scheme.put("type", "apiKey").put("in", "header").put("name", "Authorization");
    }
    scheme.putObject(OpenApiReading.OWN).put("added", true);
  }

  private static ObjectNode flow(ObjectNode scheme, String name) {
    var flow = scheme.put("type", "oauth2").putObject("flows").putObject(name);
    flow.putObject("scopes");
    return flow;
  }

  private void paths() {
    var paths = document.putObject("paths");
    var writer = new OpenApiMethodWriter(api, address -> addressOf(address));
    List<String> order = new ArrayList<>();
    for (ApiMethod method : api.methods()) {
      if (KNOWN.contains(method.verb())) {
        writer.write(paths, method);
      } else {
        own.withArray("/methods").add(Json.toTree(method));
      }
    }
    paths.forEach(item -> item.forEach(o -> order.add(o.path("operationId").asString(""))));
    List<String> wanted = api.methods().stream().map(ApiMethod::name).toList();
    if (!order.equals(wanted)) {
      wanted.forEach(own.putArray("order")::add);
    }
  }

  private ObjectNode addressOf(String address) {
    return server(new Server(address, null, variablesIn(address)));
  }

  private void components() {
    if (!api.schemas().isEmpty()) {
      var schemas = components("schemas");
      api.schemas()
          .forEach((name, schema) -> schemas.set(name, OpenApiMethodWriter.schema(schema)));
    }
    Map<String, SecurityScheme> schemes = api.securitySchemes();
    schemes.forEach((name, scheme) -> components("securitySchemes").set(name, Json.toTree(scheme)));
  }

  private ObjectNode components(String kind) {
    return document.withObject("/components").withObject("/" + kind);
  }

  private void ownWords() {
    JsonNode whole = Json.toTree(api.withMethods(List.of()));
    for (String word : OpenApiOwn.WORDS) {
      if (whole.has(word)) {
        own.set(word, whole.get(word));
      }
    }
    document.set(OpenApiReading.OWN, own);
  }
}
