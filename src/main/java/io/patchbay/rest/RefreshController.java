package io.patchbay.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.StoredApi;
import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.importing.ImportRequest;
import io.patchbay.importing.RefreshService;
import io.patchbay.importing.RefreshView;
import io.patchbay.importing.SourceView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Where an API came from, and bringing it up to that. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/apis/{api}")
class RefreshController {

  private final RefreshService refreshes;

  RefreshController(RefreshService refreshes) {
    this.refreshes = refreshes;
  }

  /**
   * What to take over.
   *
   * @param hash of a preview, which is applied as it was shown; absent to read the source now
   * @param url read in place of the address that is known
   * @param content read in place of it, the text or the document itself
   * @param skip methods that stay as they are
   * @param take methods that were not taken before
   */
  record RefreshDocument(
      @Nullable String hash,
      @Nullable String url,
      @Nullable JsonNode content,
      @Nullable String format,
      @Nullable Boolean allowExternal,
      @Nullable List<String> skip,
      @Nullable List<String> take) {

    static final RefreshDocument EMPTY =
        new RefreshDocument(null, null, null, null, null, null, null);

    @Nullable ImportRequest newSource() {
      return url == null && content == null
          ? null
          : SourceInputs.request(
              format, List.of(), url, content, Boolean.TRUE.equals(allowExternal));
    }
  }

  /** How often to look at the source; null: not any more. */
  record WatchDocument(@Nullable Integer hours) {}

  /**
   * What became of it.
   *
   * @param changed whether the definition changed
   * @param refresh by which it can be undone; absent when nothing changed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Refreshed(
      String slug, long revision, int methods, boolean changed, @Nullable RefreshView refresh) {}

  @GetMapping("/source")
  SourceView source(Access access, @PathVariable String api) {
    return refreshes
        .source(access, api)
        .orElseThrow(() -> NotFoundException.of("source of API", api));
  }

  @PutMapping("/source/watch")
  SourceView watch(Access access, @PathVariable String api, @RequestBody WatchDocument document) {
    return refreshes.watch(access, api, document.hours());
  }

  @PostMapping("/refresh")
  Object refresh(
      Access access,
      @PathVariable String api,
      @RequestBody(required = false) @Nullable RefreshDocument document,
      @RequestParam(defaultValue = "false") boolean dryRun) {
    var wanted = document == null ? RefreshDocument.EMPTY : document;
    if (wanted.hash() != null && (dryRun || wanted.newSource() != null)) {
      throw new InvalidException(
          "hash", "It names what a preview read already; leave url, content and dryRun out.");
    }
    return take(
        access,
        api,
        wanted.newSource(),
        wanted.hash(),
        set(wanted.skip()),
        set(wanted.take()),
        dryRun);
  }

  @PostMapping(path = "/refresh", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Object refreshFromFiles(
      Access access,
      @PathVariable String api,
      @RequestPart(name = "file") List<MultipartFile> files,
      @RequestParam @Nullable String format,
      @RequestParam(defaultValue = "false") boolean allowExternal,
      @RequestParam @Nullable List<String> skip,
      @RequestParam @Nullable List<String> take,
      @RequestParam(defaultValue = "false") boolean dryRun) {
    var request =
        SourceInputs.request(format, SourceInputs.files(files), null, null, allowExternal);
    return take(access, api, request, null, set(skip), set(take), dryRun);
  }

  @GetMapping("/refreshes")
  Page<RefreshView> history(Access access, @PathVariable String api) {
    return Page.all(refreshes.history(access, api));
  }

  @PostMapping("/refreshes/{refresh}/undo")
  Refreshed undo(Access access, @PathVariable String api, @PathVariable String refresh) {
    var id = Inputs.id("refresh", refresh);
    var stored = refreshes.undo(access, api, id);
    return answer(
        stored, refreshes.history(access, api).stream().filter(r -> r.id().equals(id)).findFirst());
  }

  private Object take(
      Access access,
      String api,
      @Nullable ImportRequest newSource,
      @Nullable String hash,
      Set<String> skip,
      Set<String> take,
      boolean dryRun) {
    var preview = hash == null ? refreshes.preview(access, api, newSource) : null;
    if (dryRun && preview != null) {
      return preview;
    }
    var before = last(access, api);
    var stored =
        refreshes.apply(
            access, api, preview == null ? String.valueOf(hash) : preview.hash(), skip, take);
    var after = last(access, api);
    return answer(
        stored,
        after.map(RefreshView::id).equals(before.map(RefreshView::id)) ? Optional.empty() : after);
  }

  private Optional<RefreshView> last(Access access, String api) {
    return refreshes.history(access, api).stream().findFirst();
  }

  private static Refreshed answer(StoredApi stored, Optional<RefreshView> refresh) {
    return new Refreshed(
        stored.ref().toString(),
        stored.revision(),
        stored.api().methods().size(),
        refresh.isPresent(),
        refresh.orElse(null));
  }

  private static Set<String> set(@Nullable List<String> names) {
    return names == null ? Set.of() : new LinkedHashSet<>(names);
  }
}
