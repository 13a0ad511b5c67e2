package io.patchbay.rest;

import io.patchbay.account.AuditEntry;
import io.patchbay.account.AuditLog;
import io.patchbay.account.WorkspaceService;
import io.patchbay.account.WorkspaceView;
import io.patchbay.common.Access;
import io.patchbay.common.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Workspaces and their audit trail. */
@RestController
@RequestMapping("/api/v1/workspaces")
class WorkspaceController {

  private final WorkspaceService workspaces;
  private final AuditLog audit;

  WorkspaceController(WorkspaceService workspaces, AuditLog audit) {
    this.workspaces = workspaces;
    this.audit = audit;
  }

  record WorkspaceRequest(@Nullable String slug, @Nullable String name) {}

  record Rename(@Nullable String name) {}

  @GetMapping
  Page<WorkspaceView> list(UserId user) {
    return Page.all(workspaces.list(user));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  WorkspaceView create(UserId user, @RequestBody WorkspaceRequest request) {
    var slug = Inputs.required("slug", request.slug);
    return workspaces.create(user, slug, request.name == null ? slug : request.name);
  }

  @GetMapping("/{workspace}")
  WorkspaceView get(Access access) {
    return workspaces.get(access);
  }

  @PutMapping("/{workspace}")
  WorkspaceView rename(Access access, @RequestBody Rename request) {
    return workspaces.rename(access, Inputs.required("name", request.name));
  }

  /** Deletes all that is in it; the slug once more, as {@code ?confirm=}, makes sure. */
  @DeleteMapping("/{workspace}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Access access, @RequestParam(defaultValue = "") String confirm) {
    workspaces.delete(access, confirm);
  }

  @GetMapping("/{workspace}/audit")
  Page<AuditEntry> audit(
      Access access, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
    var size = Inputs.limit(limit);
    var before = cursor == null ? null : Inputs.id("cursor", cursor);
    var entries = audit.list(access, before, size + 1);
    return entries.size() > size
        ? new Page<>(entries.subList(0, size), entries.get(size - 1).id().toString())
        : Page.all(entries);
  }
}
