package io.patchbay.rest;

import io.patchbay.account.Accesses;
import io.patchbay.api.Catalogue;
import io.patchbay.api.CatalogueEntry;
import io.patchbay.common.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The APIs of all workspaces that the caller may enter, and those shared with them. */
@RestController
class CatalogueController {

  private final Catalogue catalogue;
  private final Accesses accesses;

  CatalogueController(Catalogue catalogue, Accesses accesses) {
    this.catalogue = catalogue;
    this.accesses = accesses;
  }

  /** With {@code workspace}, entries say how that one names them, and whether it can use them. */
  @GetMapping("/api/v1/catalogue")
  Page<CatalogueEntry> list(
      UserId user, @RequestParam @Nullable String workspace, @RequestParam @Nullable String q) {
    return Page.all(
        catalogue.list(
            accesses.all(user), workspace == null ? null : accesses.of(user, workspace), q));
  }
}
