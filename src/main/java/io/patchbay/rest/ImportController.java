package io.patchbay.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Server;
import io.patchbay.api.StoredApi;
import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.Auth;
import io.patchbay.importing.ImportChoice;
import io.patchbay.importing.ImportIssue;
import io.patchbay.importing.ImportRequest;
import io.patchbay.importing.ImportResult;
import io.patchbay.importing.ImportService;
import io.patchbay.importing.ImportedApi;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Makes APIs of what others wrote: files, an address, or text. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/apis/import")
class ImportController {

  private final ImportService imports;

  ImportController(ImportService imports) {
    this.imports = imports;
  }

  /**
   * What is to be kept of a source that holds one API; where it holds several, all of each is kept.
   */
  record Wishes(
      @Nullable String slug,
      @Nullable String name,
      @Nullable String baseUrl,
      @Nullable List<String> methods,
      @Nullable Boolean keepCredential,
      @Nullable Integer watchHours,
      @Nullable String into) {

    List<ImportChoice> choices(ImportResult read) {
      if (read.apis().size() != 1 && (slug != null || name != null || methods != null)) {
        throw new InvalidException(
            "slug",
            "The source holds %d APIs: slug, name and methods can be chosen for one only."
                .formatted(read.apis().size()));
      }
      return read.apis().stream().map(this::choice).toList();
    }

    private ImportChoice choice(ImportedApi imported) {
      var all = ImportChoice.of(imported);
      return new ImportChoice(
          imported,
          slug == null ? all.slug() : slug,
          name,
          baseUrl,
          methods == null ? all.methods() : new LinkedHashSet<>(methods),
          Boolean.TRUE.equals(keepCredential),
          watchHours,
          into);
    }
  }

  /** The same as a document. */
  record ImportDocument(
      @Nullable String url,
      @Nullable JsonNode content,
      @Nullable String format,
      @Nullable Boolean allowExternal,
      @Nullable String slug,
      @Nullable String name,
      @Nullable String baseUrl,
      @Nullable List<String> methods,
      @Nullable Boolean keepCredential,
      @Nullable Integer watchHours,
      @Nullable String into) {

    ImportRequest request() {
      return SourceInputs.request(
          format, List.of(), url, content, Boolean.TRUE.equals(allowExternal));
    }

    Wishes wishes() {
      return new Wishes(slug, name, baseUrl, methods, keepCredential, watchHours, into);
    }
  }

  /** What was, or would be, imported. */
  record Answer(String format, List<ApiAnswer> apis, List<ImportIssue> issues) {}

  /**
   * One API.
   *
   * @param methodNames of a preview: what can be chosen
   * @param credential a secret that stood in the source: its name and kind, never itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ApiAnswer(
      String slug,
      String name,
      String baseUrl,
      int methods,
      int schemas,
      Auth auth,
      @Nullable List<Server> servers,
      @Nullable List<String> methodNames,
      @Nullable CredentialAnswer credential) {

    static ApiAnswer of(StoredApi stored) {
      var api = stored.api();
      return new ApiAnswer(
          stored.ref().toString(),
          api.name(),
          api.baseUrl(),
          api.methods().size(),
          api.schemas().size(),
          api.auth(),
          null,
          null,
          null);
    }

    static ApiAnswer of(ImportedApi imported) {
      var api = imported.api();
      var draft = imported.credential();
      return new ApiAnswer(
          String.valueOf(api.slug()),
          api.name(),
          api.baseUrl(),
          api.methods().size(),
          api.schemas().size(),
          api.auth(),
          api.servers(),
          api.methods().stream().map(ApiMethod::name).toList(),
          draft == null ? null : new CredentialAnswer(draft.name(), draft.kind()));
    }
  }

  /** A secret that stood in the source and may be kept. */
  record CredentialAnswer(String name, String kind) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Answer> importFiles(
      Access access,
      @RequestPart(name = "file") List<MultipartFile> files,
      @RequestParam @Nullable String format,
      @RequestParam(defaultValue = "false") boolean allowExternal,
      @RequestParam @Nullable String slug,
      @RequestParam @Nullable String name,
      @RequestParam @Nullable String baseUrl,
      @RequestParam @Nullable List<String> methods,
      @RequestParam(defaultValue = "false") boolean keepCredential,
      @RequestParam @Nullable Integer watchHours,
      @RequestParam @Nullable String into,
      @RequestParam(defaultValue = "false") boolean dryRun) {
    var request =
        SourceInputs.request(format, SourceInputs.files(files), null, null, allowExternal);
    var wishes = new Wishes(slug, name, baseUrl, methods, keepCredential, watchHours, into);
    return take(access, request, wishes, dryRun);
  }

  @PostMapping
  ResponseEntity<Answer> importDocument(
      Access access,
      @RequestBody ImportDocument document,
      @RequestParam(defaultValue = "false") boolean dryRun) {
    return take(access, document.request(), document.wishes(), dryRun);
  }

  @PostMapping("/example")
  ResponseEntity<Answer> importExample(
      Access access,
      @RequestBody ExampleDocument document,
      @RequestParam(defaultValue = "false") boolean dryRun) {
    var read = imports.readExamples(access, document.all());
    return keep(
        access, ImportRequest.ofFile("example", new byte[0]), read, document.wishes(), dryRun);
  }

  private ResponseEntity<Answer> take(
      Access access, ImportRequest request, Wishes wishes, boolean dryRun) {
    return keep(access, request, imports.read(access, request), wishes, dryRun);
  }

  private ResponseEntity<Answer> keep(
      Access access, ImportRequest request, ImportResult read, Wishes wishes, boolean dryRun) {
    if (dryRun) {
      var apis = read.apis().stream().map(ApiAnswer::of).toList();
      return ResponseEntity.ok(new Answer(read.title(), apis, issues(read, null)));
    }
    var choices = wishes.choices(read);
    var saved = imports.save(access, request, read, choices);
    var taken = choices.stream().flatMap(choice -> choice.methods().stream()).toList();
    return ResponseEntity.status(201)
        .body(
            new Answer(
                read.title(),
                saved.stream().map(ApiAnswer::of).toList(),
                issues(read, Set.copyOf(taken))));
  }

  /**
   * @param methods those whose issues matter; absent for all
   */
  private static List<ImportIssue> issues(ImportResult read, @Nullable Set<String> methods) {
    var issues = new ArrayList<>(read.issues());
    for (var imported : read.apis()) {
      imported.issues().stream()
          .filter(issue ->
              methods == null || issue.method() == null || methods.contains(issue.method()))
          .forEach(issues::add);
    }
    return issues;
  }
}
