package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The catalogue of APIs over all workspaces that somebody may see, and those shared with them. */
@Service
public class Catalogue {

  /** Most entries in one answer. */
  public static final int MOST = 1_000;

  private final CatalogueRepository repository;

  Catalogue(CatalogueRepository repository) {
    this.repository = repository;
  }

  /**
   * The APIs whose name, slug, address, owner or description hold {@code q}, by name; at most
   * {@link #MOST}.
   *
   * @param workspaces all that the user may enter
   * @param current the one of them that asks: entries say how it names the API; absent for none
   */
  public List<CatalogueEntry> list(
      List<Access> workspaces, @Nullable Access current, @Nullable String q) {
    workspaces.forEach(access -> access.require(Role.VIEWER));
    return repository.list(
        workspaces.stream().map(Access::workspace).toList(),
        current == null ? null : current.workspace(),
        q,
        MOST);
  }
}
