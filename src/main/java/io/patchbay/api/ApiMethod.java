package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param parameters inputs outside of the body
 * @param headers sent with each call, over the API's own
 * @param body what body it takes; none when left out
 * @param responses what it answers, by status
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
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Parameter> parameters,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> headers,
    @Nullable RequestBody body,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ResponseShape> responses,
    @Nullable Boolean idempotent,
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
    return new ApiMethod(
        name, null, null, List.of(), verb, path, List.of(), Map.of(), null, List.of(), null, false,
        null, List.of());
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
