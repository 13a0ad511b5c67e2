package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.SecurityScheme;
import io.patchbay.api.Server;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads OpenAPI 2.0 (Swagger), 3.0, 3.1 and 3.2. */
@Component
final class OpenApiReader implements SourceReader {

  private static final int LONGEST_NAME = 200;

  @Override
  public Format format() {
    return Format.OPENAPI;
  }

  @Override
  public boolean recognises(SourceText source) {
    return source.tree().filter(tree -> tree.has("openapi") || tree.has("swagger")).isPresent();
  }

  @Override
  public ImportResult read(SourceText source, Documents others) {
    JsonNode tree = source.document();
    String said = said(tree);
    OpenApiVersion version =
        OpenApiVersion.of(said)
            .orElseThrow(() -> new InvalidException(source.name(), refusal(tree, said)));
    var reading = new OpenApiReading(source, version, others);
    Api api = new OneRead(reading).api();
    var imported = new ImportedApi(api, null, reading.findings.issues());
    String title = (version.isV2() ? "OpenAPI (Swagger) " : "OpenAPI ") + said;
    return new ImportResult(Format.OPENAPI, title, List.of(imported), List.of());
  }

  private static String said(JsonNode tree) {
    JsonNode version = tree.has("openapi") ? tree.path("openapi") : tree.path("swagger");
    return version.isString() || version.isNumber() ? version.asString().strip() : "";
  }

  private static String refusal(JsonNode tree, String said) {
    if (!said.isEmpty()) {
      return "Patchbay reads OpenAPI 2.0 and 3.x; this is version '%s'.".formatted(said);
    }
    if (tree.has("swaggerVersion")) {
      return "This is Swagger %s. Convert it to OpenAPI 3 first."
          .formatted(tree.path("swaggerVersion").asString("1"));
    }
    if (tree.has("asyncapi")) {
      return "This is AsyncAPI, which describes messages and not methods that can be called.";
    }
    if (tree.has("discoveryVersion")) {
      return "This is a Google discovery document. Convert it to OpenAPI 3 first.";
    }
    return "This has no field 'openapi' (or 'swagger') at its top, so it is no OpenAPI description."
        + " If it is a part of one, import the main file and give this one along with it.";
  }

  /** One description while it is read. */
  private static final class OneRead {
    private final OpenApiReading reading;
    private final OpenApiServers servers;
    private final OpenApiSecurity security;
    private final List<ApiMethod> methods = new ArrayList<>();
    private final Map<String, Server> ownServers = new LinkedHashMap<>();

    OneRead(OpenApiReading reading) {
      this.reading = reading;
      this.servers = new OpenApiServers(reading);
      this.security = new OpenApiSecurity(reading);
    }

    Api api() {
      Spot info = reading.root.field("info");
      String name = name(info);
      reading.schemas.addComponents();
      Map<String, SecurityScheme> schemes = security.schemes();
      var rootSecurity = security.requirements(reading.root.field("security"));
      readMethods(rootSecurity);
      reading.findings.within(null);
      var addresses = OpenApiAddresses.of(reading, servers.ofRoot(), methods, ownServers);
      Map<String, JsonNode> schemas = reading.schemas.all();
      Api api =
          Api.of(name, Slug.of(name, "api"), addresses.baseUrl())
              .with(parts -> {
                parts.description = description(info);
                parts.version = info.textOf("version").orElse(null);
                parts.variables = addresses.variables();
                parts.servers = addresses.servers();
                parts.securitySchemes = schemes;
                parts.auth = security.prefilled(rootSecurity, methods);
                parts.methods = addresses.methods();
                parts.schemas = schemas;
              });
      return OpenApiOwn.read(reading, api);
    }

    private String name(Spot info) {
      String title = info.field("title").text("").strip();
      if (!title.isEmpty()) {
        return title.length() > LONGEST_NAME ? title.substring(0, LONGEST_NAME) : title;
      }
      reading.findings.note(info, "The description has no title; give the API a name.");
      String file = reading.root.document().name().replaceFirst("[?#].*", "");
      String stem = file.replaceFirst(".*/", "").replaceFirst("\\.(ya?ml|json)$", "").strip();
      return stem.isEmpty() ? "API" : stem;
    }

    private @Nullable String description(Spot info) {
      String summary = info.field("description").isGiven() ? "description" : "summary";
      return reading.description(info.field(summary), OpenApiReading.LONGEST_OVERVIEW);
    }

    private void readMethods(@Nullable List<Map<String, List<String>>> rootSecurity) {
      List<OpenApiOperation> operations = OpenApiOperations.of(reading);
      if (operations.isEmpty()) {
        reading.findings.note(reading.root.field("paths"), "The description has no methods.");
      }
      List<String> names = new OpenApiNames(reading).of(operations);
      boolean some = operations.stream().anyMatch(o -> o.operation().field("security").isGiven());
      boolean openOtherwise = rootSecurity == null ? some : rootSecurity.isEmpty();
      var reader = new OpenApiMethodReader(reading, security);
      for (int i = 0; i < operations.size(); i++) {
        OpenApiOperation one = operations.get(i);
        reading.findings.within(names.get(i));
        ApiMethod read = reader.read(names.get(i), one);
        ApiMethod method =
            read.security() == null && openOtherwise
                ? read.with(p -> p.security = List.of())
                : read;
        methods.add(method);
        ownServer(one, method);
      }
    }

    private void ownServer(OpenApiOperation one, ApiMethod method) {
      Spot place = one.field("servers");
      List<Server> offered = servers.of(place);
      Server server = OpenApiServers.usable(offered);
      if (server == null && !offered.isEmpty() && offered.getFirst().url().startsWith("/")) {
        server = offered.getFirst();
      }
      if (server != null) {
        ownServers.put(method.name(), server);
      } else if (!offered.isEmpty()) {
        reading.findings.changed(
            place, "None of its own servers is an http or https address; the API's is used.");
      }
    }
  }
}
