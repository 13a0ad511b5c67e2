package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.common.Json;
import io.patchbay.common.Slug;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads Patchbay's own documents: what was exported comes in as it was. */
@Component
final class PatchbayReader implements SourceReader {

  @Override
  public Format format() {
    return Format.PATCHBAY;
  }

  @Override
  public boolean recognises(SourceText source) {
    return source
        .tree()
        .map(tree -> tree.path("format").asString("").equals(Api.FORMAT))
        .orElse(false);
  }

  @Override
  public ImportResult read(SourceText source, Documents others) {
    var api = Json.readDocument(source.text(), Api.class);
    String slug = api.slug() == null ? Slug.of(api.name(), "api") : api.slug();
    var imported = new ImportedApi(api.withSlug(slug), null, List.of());
    return new ImportResult(Format.PATCHBAY, Api.FORMAT, List.of(imported), List.of());
  }
}
