package io.patchbay.rest;

import io.patchbay.api.Api;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiSummary;
import io.patchbay.api.ApiUse;
import io.patchbay.common.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Documents of the format patchbay/api@1, by slug. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/apis")
class ApiController {

  private final ApiService apis;

  ApiController(ApiService apis) {
    this.apis = apis;
  }

  @GetMapping
  Page<ApiSummary> list(Access access, @RequestParam @Nullable String q) {
    return Page.all(apis.list(access, q));
  }

  @GetMapping("/{api}")
  ResponseEntity<Api> get(Access access, @PathVariable String api) {
    var stored = apis.get(access, api);
    return Inputs.document(false, stored.revision(), stored.api());
  }

  @PutMapping("/{api}")
  ResponseEntity<Api> put(
      Access access,
      @PathVariable String api,
      @RequestBody Api document,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
          @Nullable String ifNoneMatch) {
    var isNew = apis.find(access, api).isEmpty();
    var expected = Inputs.expectedRevision(ifMatch, ifNoneMatch);
    var stored = apis.put(access, api, document, expected);
    return Inputs.document(isNew, stored.revision(), stored.api());
  }

  @DeleteMapping("/{api}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Access access, @PathVariable String api) {
    apis.delete(access, api);
  }

  @GetMapping("/{api}/used-by")
  Page<ApiUse> usedBy(Access access, @PathVariable String api) {
    apis.get(access, api);
    return Page.all(apis.uses(access, api));
  }
}
