package io.patchbay.api;

import io.patchbay.credential.Auth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An API while it is being put together; see {@link Api} for what the parts are. */
public final class ApiParts {

  public String format = Api.FORMAT;
  public String name = "";
  public @Nullable String slug;
  public @Nullable String description;
  public @Nullable String version;
  public String baseUrl = "";
  public Map<String, String> variables = Map.of();
  public List<Server> servers = List.of();
  public Auth auth = new Auth.None();
  public Map<String, SecurityScheme> securitySchemes = Map.of();
  public Map<String, ApiEnvironment> environments = Map.of();
  public Map<String, String> headers = Map.of();
  public @Nullable Policies policies;
  public @Nullable Tls tls;
  public @Nullable Proxy proxy;
  public List<Customization> customizations = List.of();
  public List<ApiMethod> methods = List.of();
  public Map<String, JsonNode> schemas = Map.of();

  ApiParts() {}

  ApiParts(Api api) {
    format = api.format();
    name = api.name();
    slug = api.slug();
    description = api.description();
    version = api.version();
    baseUrl = api.baseUrl();
    variables = api.variables();
    servers = api.servers();
    auth = api.auth();
    securitySchemes = api.securitySchemes();
    environments = api.environments();
    headers = api.headers();
    policies = api.policies();
    tls = api.tls();
    proxy = api.proxy();
    customizations = api.customizations();
    methods = api.methods();
    schemas = api.schemas();
  }

  Api toApi() {
    return new Api(
        format,
        name,
        slug,
        description,
        version,
        baseUrl,
        variables,
        servers,
        auth,
        securitySchemes,
        environments,
        headers,
        policies,
        tls,
        proxy,
        customizations,
        methods,
        schemas);
  }
}
