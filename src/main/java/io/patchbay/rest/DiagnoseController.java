package io.patchbay.rest;

import io.patchbay.common.Access;
import io.patchbay.http.DiagnoseService;
import io.patchbay.http.Diagnosis;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Looks at the way to an API step by step. */
@RestController
class DiagnoseController {

  private final DiagnoseService diagnoses;

  DiagnoseController(DiagnoseService diagnoses) {
    this.diagnoses = diagnoses;
  }

  /** Where to look from. */
  record Wanted(@Nullable String environment) {}

  /** What was found. */
  record Found(String url, boolean ok, List<Diagnosis.Finding> findings) {}

  @PostMapping("/api/v1/workspaces/{workspace}/apis/{api}/diagnose")
  Found diagnose(
      Access access,
      @PathVariable String api,
      @RequestBody(required = false) @Nullable Wanted wanted) {
    var diagnosis = diagnoses.diagnose(access, api, wanted == null ? null : wanted.environment());
    return new Found(diagnosis.url(), diagnosis.ok(), diagnosis.findings());
  }
}
