package io.patchbay.rest;

import io.patchbay.common.Access;
import io.patchbay.http.ApiState;
import io.patchbay.http.CallStates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether calls of an API go through at the moment. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/apis/{api}/state")
class ApiStateController {

  private final CallStates states;

  ApiStateController(CallStates states) {
    this.states = states;
  }

  @GetMapping
  ApiState get(Access access, @PathVariable String api) {
    return states.of(access, api);
  }
}
