package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One callable operation of an API.
 *
 * @param name unique within the API, an identifier that flows refer to, for example {@code
 *     getOrder}
 * @param title a short name for people
 * @param description more for people, Markdown
 * @param tags groups that the method is listed under
 * @param verb GET when left out
 * @param path appended to the base URL, with a {@code {name}} for each path parameter
 * @param baseUrl in place of the API's own, for a method that lives on another server; may hold
 *     {@code {variables}}
 * @param parameters inputs outside of the body
 * @param headers sent with each call, over the API's own
 * @param body what body it takes; none when left out
 * @param responses what it answers, by status
 * @param security which of the API's security schemes fit, alternatives of scheme name to scopes as
 *     in OpenAPI; empty means that it is called without any authentication; as the API when left
 *     out
 * @param idempotent whether it may be repeated without asking; by the verb when left out
 * @param deprecated whether new flows should not use it
 * @param policies settings over the API's own
 * @param customizations applied after the API's own, in order
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ApiMethod(
    String name,
    @Nullable String title,
    @Nullable String description,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
    @JsonInclude Verb verb,
    String path,
    @Nullable String baseUrl,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Parameter> parameters,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> headers,
    @Nullable RequestBody body,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ResponseShape> responses,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Map<String, List<String>>> security,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean idempotent,
    boolean deprecated,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Policies policies,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Customization> customizations) {

  public ApiMethod {
    tags = tags == null ? List.of() : List.copyOf(tags);
    verb = verb == null ? Verb.GET : verb;
    path = path == null ? "" : path;
    parameters = parameters == null ? List.of() : List.copyOf(parameters);
    headers = headers == null ? Map.of() : new LinkedHashMap<>(headers);
    responses = responses == null ? List.of() : List.copyOf(responses);
    customizations = customizations == null ? List.of() : List.copyOf(customizations);
  }

  /** A method without any setting. */
  public static ApiMethod of(String name, Verb verb, String path) {
    var parts = new MethodParts();
    parts.name = name;
    parts.verb = verb;
    parts.path = path;
    return parts.toMethod();
  }

  /** A copy with some parts changed. */
  public ApiMethod with(Consumer<MethodParts> change) {
    var parts = new MethodParts(this);
    change.accept(parts);
    return parts.toMethod();
  }

  /** Whether it is called without the API's authentication. */
  @JsonIgnore
  public boolean isWithoutAuth() {
    return security != null && security.isEmpty();
  }

  /** Whether a call may be repeated without asking. */
  @JsonIgnore
  public boolean mayBeRepeated() {
    return idempotent == null ? verb.isIdempotent() : idempotent;
  }

  /** The name for people. */
  @JsonIgnore
  public String label() {
    return title == null || title.isBlank() ? name : title;
  }

  /** The parameter of that name. */
  public Optional<Parameter> parameter(String parameterName) {
    return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
  }

  /** The schema of the body when the call goes well. */
  @JsonIgnore
  public Optional<JsonNode> successSchema() {
    return responses.stream()
        .filter(ResponseShape::forSuccess)
        .findFirst()
        .map(ResponseShape::schema);
  }

  /** A sample body of a call that goes well. */
  @JsonIgnore
  public Optional<JsonNode> successExample() {
    return responses.stream()
        .filter(ResponseShape::forSuccess)
        .findFirst()
        .map(ResponseShape::example);
  }
}
