package io.patchbay.rest;

import io.patchbay.api.ApiEnvironment;
import io.patchbay.api.ApiEnvironmentService;
import io.patchbay.api.EffectiveApi;
import io.patchbay.common.Access;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an API does otherwise in environments, and what comes of it. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/apis/{api}")
class ApiEnvironmentController {

  private final ApiEnvironmentService environments;

  ApiEnvironmentController(ApiEnvironmentService environments) {
    this.environments = environments;
  }

  @GetMapping("/effective")
  Page<EffectiveApi> effective(Access access, @PathVariable String api) {
    return Page.all(environments.effective(access, api));
  }

  @GetMapping("/environments/{environment}")
  ApiEnvironment get(Access access, @PathVariable String api, @PathVariable String environment) {
    return environments.get(access, api, environment);
  }

  @PutMapping("/environments/{environment}")
  ApiEnvironment put(
      Access access,
      @PathVariable String api,
      @PathVariable String environment,
      @RequestBody ApiEnvironment override) {
    var _ = environments.put(access, api, environment, override);
    return environments.get(access, api, environment);
  }

  /** The API does nothing otherwise there any more. */
  @DeleteMapping("/environments/{environment}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Access access, @PathVariable String api, @PathVariable String environment) {
    var _ = environments.put(access, api, environment, ApiEnvironment.NONE);
  }
}
