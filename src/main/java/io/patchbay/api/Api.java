package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.credential.Auth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A consumed REST API, the document format {@code patchbay/api@1}.
 *
 * @param format always {@value #FORMAT}
 * @param name for people
 * @param slug the name in addresses and flows, unique in the workspace; where the document is
 *     stored under another one, that one wins
 * @param description Markdown
 * @param version the owner's version of the definition, free text; a published version is known by
 *     its number instead
 * @param baseUrl absolute http or https address that paths are appended to; {@code {name}} in it is
 *     replaced by the variable of that name
 * @param variables values of the names in braces in addresses; expressions see them as {@code
 *     env.name}
 * @param servers the addresses that its description offers
 * @param auth how calls authenticate; none when left out
 * @param securitySchemes the ways to authenticate that its description offers, by name
 * @param environments what is otherwise in an environment, by the environment's name
 * @param headers sent with each call
 * @param policies settings for all methods
 * @param tls how connections are secured; the usual when left out
 * @param proxy which connections go through; the server's, if it has one, when left out
 * @param customizations applied to each call, in order
 * @param methods in the order in which they are listed
 * @param schemas shared JSON Schemas by name, referred to as {@code #/schemas/Name}
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Api(
    @JsonInclude String format,
    String name,
    @Nullable String slug,
    @Nullable String description,
    @Nullable String version,
    String baseUrl,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> variables,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Server> servers,
    @JsonInclude Auth auth,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, SecurityScheme> securitySchemes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, ApiEnvironment> environments,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> headers,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Policies policies,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Tls tls,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Proxy proxy,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Customization> customizations,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ApiMethod> methods,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, JsonNode> schemas) {

  public static final String FORMAT = "patchbay/api@1";

  public Api {
    format = format == null ? FORMAT : format;
    name = name == null ? "" : name;
    baseUrl = baseUrl == null ? "" : baseUrl;
    variables = variables == null ? Map.of() : new LinkedHashMap<>(variables);
    servers = servers == null ? List.of() : List.copyOf(servers);
    auth = auth == null ? new Auth.None() : auth;
    securitySchemes = securitySchemes == null ? Map.of() : new LinkedHashMap<>(securitySchemes);
    environments = environments == null ? Map.of() : new LinkedHashMap<>(environments);
    headers = headers == null ? Map.of() : new LinkedHashMap<>(headers);
    customizations = customizations == null ? List.of() : List.copyOf(customizations);
    methods = methods == null ? List.of() : List.copyOf(methods);
    schemas = schemas == null ? Map.of() : new LinkedHashMap<>(schemas);
  }

  /** An API that has nothing but a name and an address. */
  public static Api of(String name, @Nullable String slug, String baseUrl) {
    var parts = new ApiParts();
    parts.name = name;
    parts.slug = slug;
    parts.baseUrl = baseUrl;
    return parts.toApi();
  }

  /** A copy with some parts changed, for example {@code api.with(parts -> parts.name = "CRM")}. */
  public Api with(Consumer<ApiParts> change) {
    var parts = new ApiParts(this);
    change.accept(parts);
    return parts.toApi();
  }

  /** The method of that name. */
  @JsonIgnore
  public Optional<ApiMethod> method(String methodName) {
    return methods.stream().filter(m -> m.name().equals(methodName)).findFirst();
  }

  /** The client certificate that its calls show: where that is all its auth, that one. */
  public Optional<String> certificateName() {
    if (auth instanceof Auth.ClientCertificate only && only.certificate() != null) {
      return Optional.of(only.certificate());
    }
    return Optional.ofNullable(tls).map(Tls::certificate);
  }

  public Api withSlug(@Nullable String newSlug) {
    return with(parts -> parts.slug = newSlug);
  }

  public Api withMethods(List<ApiMethod> newMethods) {
    return with(parts -> parts.methods = newMethods);
  }

  public Api withAuth(Auth newAuth) {
    return with(parts -> parts.auth = newAuth);
  }
}
