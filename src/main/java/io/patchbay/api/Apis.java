package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.Json;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds definitions as a workspace gets them: its own as drafts, shared ones as published. */
@Component
class Apis {

  private final ApiRepository repository;
  private final ApiPartRepository parts;
  private final ApiVersionRepository versions;

  Apis(ApiRepository repository, ApiPartRepository parts, ApiVersionRepository versions) {
    this.repository = repository;
    this.parts = parts;
    this.versions = versions;
  }

  /** Without methods and schemas, as the workspace is shown it. */
  Optional<StoredApi> find(WorkspaceId workspace, String ref) {
    return kept(workspace, ref).map(this::asSeen);
  }

  /** As it is kept, the owner's credentials included; not for anybody's eyes. */
  Optional<StoredApi> kept(WorkspaceId workspace, String ref) {
    return repository.find(workspace, ApiRef.parse(ref));
  }

  /** Without methods and schemas. */
  StoredApi get(WorkspaceId workspace, String ref) {
    return find(workspace, ref).orElseThrow(() -> NotFoundException.of("API", ref));
  }

  /**
   * One of the workspace itself.
   *
   * @throws ForbiddenException when it is another one's
   */
  StoredApi own(Access access, String ref) {
    var api = get(access.workspace(), ref);
    if (api.share() != null) {
      throw new ForbiddenException(
          "API '%s' belongs to workspace '%s'; only its editors can do this."
              .formatted(ref, api.share().ownerSlug()));
    }
    return api;
  }

  void requireEditable(StoredApi api) {
    if (!api.mayBeEdited() && api.share() != null) {
      throw new ForbiddenException(
          "API '%s' is shared with you to use, not to edit. Ask workspace '%s'."
              .formatted(api.ref(), api.share().ownerSlug()));
    }
  }

  /** Whose methods and schemas the workspace sees. */
  PartsOf partsOf(StoredApi api) {
    return new PartsOf(api.id(), api.mayBeEdited() ? null : api.latest());
  }

  /** With methods and schemas. */
  StoredApi whole(StoredApi head) {
    return head.withApi(whole(head.api(), partsOf(head), head.share()));
  }

  /** With the methods that may be called, and the schemas that there are or that these refer to. */
  Api whole(Api head, PartsOf of, @Nullable Share share) {
    var all = parts.methods(of);
    if (share == null || share.isWhole()) {
      return head.with(api -> {
        api.methods = all;
        api.schemas = parts.schemas(of);
      });
    }
    var callable = all.stream().filter(m -> share.allows(m.name(), m.verb())).toList();
    var schemas =
        SchemaClosure.of(
            SchemaClosure.references(Json.toTree(callable)), names -> parts.schemas(of, names));
    return head.with(api -> {
      api.methods = callable;
      api.schemas = schemas;
    });
  }

  /** Who only uses an API sees what is published of it, and nobody the owner's credentials. */
  StoredApi asSeen(StoredApi api) {
    var share = api.share();
    if (share == null) {
      return api;
    }
    var head = api.mayBeEdited() ? api.api() : published(api);
    return api.withApi(OwnersPart.shown(head, share));
  }

  private Api published(StoredApi api) {
    var latest = api.latest();
    return latest == null
        ? api.api()
        : versions
            .head(api.id(), latest)
            .map(head ->
                head.with(parts -> {
                  parts.slug = api.slug();
                  parts.environments = api.api().environments();
                }))
            .orElse(api.api());
  }
}
