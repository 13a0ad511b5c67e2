package io.patchbay.ui.apis;

import io.patchbay.api.ResponseShape;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.http.ApiResponse;
import io.patchbay.schema.SchemaInference;
import io.patchbay.ui.shell.Toasts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a definition can learn from an answer: its sample, its fields. */
final class TryLessons {

  private final ApiDraft draft;
  private final String method;
  private final Runnable onLearned;

  TryLessons(ApiDraft draft, String method, Runnable onLearned) {
    this.draft = draft;
    this.method = method;
    this.onLearned = onLearned;
  }

  /** Whether who looks may change the definition. */
  boolean mayLearn() {
    return draft.mayEdit();
  }

  /** The fields of an answer that the schema of its status does not have. */
  List<UnknownFields.Unknown> unknown(ApiResponse response) {
    Object body = response.body();
    if (Expression.ABSENT.equals(body) || body instanceof String) {
      return List.of();
    }
    return shape(response)
        .map(ResponseShape::schema)
        .map(schema -> UnknownFields.of(schema, Json.toTree(body), draft.schemas()::resolve))
        .orElse(List.of());
  }

  /** Takes an answer as the sample of its status; a status without a schema gets one. */
  void useAsExample(ApiResponse response) {
    JsonNode example = Json.toTree(response.body());
    String status = String.valueOf(response.status());
    draft.changeMethod(
        method,
        m ->
            m.with(parts -> {
              if (shape(response).isEmpty()) {
                parts.responses =
                    Texts.plus(
                        parts.responses,
                        new ResponseShape(status, null, response.contentType(), null, null));
              }
              ResponseShape known = find(parts.responses, status).orElseThrow();
              parts.responses =
                  replaced(parts.responses, known, r -> ResponseBlock.withExample(r, example));
            }));
    Toasts.success("Sample of response %s saved".formatted(status));
    onLearned.run();
  }

  /** Adds fields to the schema, or the shared schema, that they are missing in. */
  void addFields(ApiResponse response, List<UnknownFields.Unknown> missing) {
    for (UnknownFields.Unknown one : missing) {
      if (one.schema().isEmpty()) {
        shape(response)
            .ifPresent(shape ->
                draft.changeMethod(
                    method,
                    m ->
                        m.with(parts ->
                            parts.responses =
                                replaced(parts.responses, shape, r -> with(r, one)))));
      } else {
        draft
            .schemas()
            .get(one.schema())
            .ifPresent(schema -> draft.schemas().save(one.schema(), added(schema, one)));
      }
    }
    Toasts.success(
        missing.size() == 1
            ? "Field %s added".formatted(missing.getFirst().shown())
            : "%d fields added".formatted(missing.size()));
    onLearned.run();
  }

  private static ResponseShape with(ResponseShape response, UnknownFields.Unknown field) {
    JsonNode schema = response.schema();
    return new ResponseShape(
        response.status(),
        response.description(),
        response.contentType(),
        schema == null ? null : added(schema, field),
        response.example(),
        response.headers());
  }

  private static JsonNode added(JsonNode schema, UnknownFields.Unknown field) {
    return SchemaPaths.change(
        schema,
        field.object(),
        object -> {
          ObjectNode changed = (ObjectNode) object.deepCopy();
          changed
              .withObjectProperty("properties")
              .set(field.name(), SchemaInference.infer(field.value()));
          return changed;
        });
  }

  private Optional<ResponseShape> shape(ApiResponse response) {
    return draft
        .method(method)
        .flatMap(m -> find(m.responses(), String.valueOf(response.status())));
  }

  /** The response of that very status, else of its class, else the default. */
  private static Optional<ResponseShape> find(List<ResponseShape> responses, String status) {
    List<String> wanted = List.of(status, status.charAt(0) + "XX", "default");
    return wanted.stream()
        .flatMap(one -> responses.stream().filter(r -> r.status().equalsIgnoreCase(one)))
        .findFirst();
  }

  private static List<ResponseShape> replaced(
      List<ResponseShape> responses, ResponseShape one, UnaryOperator<ResponseShape> change) {
    var changed = new ArrayList<>(responses);
    int index = changed.stream().map(ResponseShape::status).toList().indexOf(one.status());
    changed.set(index, change.apply(changed.get(index)));
    return changed;
  }
}
