package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.credential.Auth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param version the owner's version of the definition, free text
 * @param baseUrl absolute http or https address that paths are appended to
 * @param auth how calls authenticate; none when left out
 * @param headers sent with each call
 * @param policies settings for all methods
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
    @JsonInclude Auth auth,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> headers,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Policies policies,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Customization> customizations,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ApiMethod> methods,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, JsonNode> schemas) {

  public static final String FORMAT = "patchbay/api@1";

  public Api {
    format = format == null ? FORMAT : format;
    name = name == null ? "" : name;
    baseUrl = baseUrl == null ? "" : baseUrl;
    auth = auth == null ? new Auth.None() : auth;
    headers = headers == null ? Map.of() : new LinkedHashMap<>(headers);
    customizations = customizations == null ? List.of() : List.copyOf(customizations);
    methods = methods == null ? List.of() : List.copyOf(methods);
    schemas = schemas == null ? Map.of() : new LinkedHashMap<>(schemas);
  }

  /** An API that has nothing but a name and an address. */
  public static Api of(String name, String slug, String baseUrl) {
    return new Api(
        FORMAT,
        name,
        slug,
        null,
        null,
        baseUrl,
        new Auth.None(),
        Map.of(),
        null,
        List.of(),
        List.of(),
        Map.of());
  }

  /** The method of that name. */
  @JsonIgnore
  public Optional<ApiMethod> method(String methodName) {
    return methods.stream().filter(m -> m.name().equals(methodName)).findFirst();
  }

  public Api withSlug(String newSlug) {
    return new Api(
        format,
        name,
        newSlug,
        description,
        version,
        baseUrl,
        auth,
        headers,
        policies,
        customizations,
        methods,
        schemas);
  }

  public Api withMethods(List<ApiMethod> newMethods) {
    return new Api(
        format,
        name,
        slug,
        description,
        version,
        baseUrl,
        auth,
        headers,
        policies,
        customizations,
        newMethods,
        schemas);
  }

  public Api withAuth(Auth newAuth) {
    return new Api(
        format,
        name,
        slug,
        description,
        version,
        baseUrl,
        newAuth,
        headers,
        policies,
        customizations,
        methods,
        schemas);
  }
}
