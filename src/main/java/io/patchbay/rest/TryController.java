package io.patchbay.rest;

import io.patchbay.api.ApiMethod;
import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.http.TryOutcome;
import io.patchbay.http.TryRequest;
import io.patchbay.http.TryService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Calls one method by hand, the way that a run would, and shows the last such calls. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/apis/{api}/methods/{method}")
class TryController {

  private final TryService tries;

  TryController(TryService tries) {
    this.tries = tries;
  }

  /**
   * With what to try.
   *
   * @param inputs values by parameter name
   * @param body a body of null is not the same as no body
   * @param definition the method as it is not saved yet
   */
  record Wanted(
      @Nullable Map<String, JsonNode> inputs,
      @Nullable JsonNode body,
      @Nullable String environment,
      @Nullable String version,
      @Nullable ApiMethod definition) {

    static final Wanted NOTHING = new Wanted(null, null, null, null, null);

    TryRequest request() {
      var values = new LinkedHashMap<String, @Nullable Object>();
      if (inputs != null) {
        inputs.forEach((name, value) -> values.put(name, Json.toValue(value)));
      }
      return new TryRequest(
          values, body == null ? Expression.ABSENT : Json.toValue(body), environment, version);
    }
  }

  /** Uses credentials, so it needs the right to run; the service looks at that. */
  @PostMapping("/try")
  TryAnswer attempt(
      Access access,
      @PathVariable String api,
      @PathVariable String method,
      @RequestBody(required = false) @Nullable Wanted body) {
    var wanted = body == null ? Wanted.NOTHING : body;
    return TryAnswer.of(outcome(access, api, method, wanted));
  }

  private TryOutcome outcome(Access access, String api, String method, Wanted wanted) {
    var definition = wanted.definition();
    if (definition == null) {
      return tries.attempt(access, api, method, wanted.request());
    }
    if (!method.equals(definition.name())) {
      throw new InvalidException(
          "definition.name",
          "The address says '%s', the definition '%s'.".formatted(method, definition.name()));
    }
    return tries.attempt(access, api, definition, wanted.request());
  }

  @GetMapping("/tries")
  Page<TryAnswer> history(Access access, @PathVariable String api, @PathVariable String method) {
    List<TryOutcome> kept = tries.history(access, api, method);
    return Page.all(kept.stream().map(TryAnswer::kept).toList());
  }

  @DeleteMapping("/tries")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(Access access, @PathVariable String api, @PathVariable String method) {
    tries.forget(access, api, method);
  }
}
