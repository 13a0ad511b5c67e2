package io.patchbay.rest;

import io.patchbay.api.Environment;
import io.patchbay.api.EnvironmentService;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.InvalidException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Environments of a workspace, by name. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/environments")
class EnvironmentController {

  private final EnvironmentService environments;

  EnvironmentController(EnvironmentService environments) {
    this.environments = environments;
  }

  /** What is left out is empty. */
  record Request(@Nullable String description, @Nullable Map<String, String> variables) {}

  record NewName(@Nullable String name) {}

  record Order(@Nullable List<String> names) {}

  @GetMapping
  Page<Environment> list(Access access) {
    return Page.all(environments.list(access));
  }

  /** Lists them in another order. */
  @PutMapping
  Page<Environment> order(Access access, @RequestBody Order order) {
    access.require(Role.EDITOR);
    if (order.names == null) {
      throw new InvalidException("names", "Give the names in their order.");
    }
    return Page.all(environments.order(access, order.names));
  }

  @GetMapping("/{environment}")
  ResponseEntity<Environment> get(Access access, @PathVariable String environment) {
    var found = environments.get(access, environment);
    return Inputs.document(false, found.revision(), found);
  }

  @PutMapping("/{environment}")
  ResponseEntity<Environment> put(
      Access access,
      @PathVariable String environment,
      @RequestBody Request request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
          @Nullable String ifNoneMatch) {
    var kept =
        environments.put(
            access,
            environment,
            request.description == null ? "" : request.description,
            request.variables == null ? Map.of() : request.variables,
            Inputs.expectedRevision(ifMatch, ifNoneMatch));
    return Inputs.document(kept.revision() == 1, kept.revision(), kept);
  }

  /** What APIs of the workspace say for it goes along. */
  @PostMapping("/{environment}/rename")
  Environment rename(Access access, @PathVariable String environment, @RequestBody NewName wanted) {
    access.require(Role.EDITOR);
    if (wanted.name == null) {
      throw new InvalidException("name", "Give the new name.");
    }
    return environments.rename(access, environment, wanted.name);
  }

  @DeleteMapping("/{environment}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Access access, @PathVariable String environment) {
    environments.delete(access, environment);
  }
}
