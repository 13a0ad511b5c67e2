package io.patchbay.ui.designer.editing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiCatalog;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.StoredApi;
import io.patchbay.common.WorkspaceId;
import io.patchbay.flow.CallStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds what calls of a workspace refer to in the catalog. */
public final class CatalogLookup implements MethodLookup {

  private final ApiCatalog catalog;
  private final WorkspaceId workspace;

  public CatalogLookup(ApiCatalog catalog, WorkspaceId workspace) {
    this.catalog = catalog;
    this.workspace = workspace;
  }

  @Override
  public Optional<Api> api(String ref) {
    return catalog.api(workspace, ref).map(StoredApi::api);
  }

  @Override
  public Optional<ApiMethod> method(CallStep call) {
    return catalog.method(workspace, call.api(), call.version(), call.method());
  }

  @Override
  public List<ApiVersion> versions(String ref) {
    return catalog.versions(workspace, ref);
  }

  @Override
  public boolean mayCallDraft(String ref) {
    return catalog.api(workspace, ref).filter(StoredApi::mayBeEdited).isPresent();
  }

  @Override
  public Map<String, String> variables(@Nullable String environment) {
    return catalog.variables(workspace, environment);
  }

  @Override
  public Map<String, JsonNode> schemas(CallStep call) {
    return catalog.schemas(workspace, call.api(), call.version(), call.method());
  }
}
