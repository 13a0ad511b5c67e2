package io.patchbay.rest;

import io.patchbay.api.ApiService;
import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.importing.OpenApiWriter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Gives definitions away: as they are kept, or as OpenAPI that other tools read. */
@RestController
class ExportController {

  private final ApiService apis;

  ExportController(ApiService apis) {
    this.apis = apis;
  }

  /** JSON or YAML, as the client prefers; no secrets, as there are none in a definition. */
  @GetMapping("/api/v1/workspaces/{workspace}/apis/{api}/export")
  ResponseEntity<JsonNode> export(
      Access access, @PathVariable String api, @RequestParam(defaultValue = "api") String as) {
    var stored = apis.get(access, api);
    var document =
        switch (as) {
          case "api" -> Json.toTree(stored.api());
          case "openapi" -> OpenApiWriter.write(stored.api());
          default ->
              throw new InvalidException("as", "'%s' is neither api nor openapi.".formatted(as));
        };
    return ResponseEntity.ok().eTag("\"" + stored.revision() + "\"").body(document);
  }
}
