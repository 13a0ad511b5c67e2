package io.patchbay.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.patchbay.common.InvalidException;
import io.patchbay.importing.Format;
import io.patchbay.importing.ImportRequest;
import io.patchbay.importing.SourceFile;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that are dropped or chosen; the first is read, the others are there to be referred to. */
public final class FileSource extends Div implements SourceForm {

  private static final String TOO_LARGE =
      "'%s' is larger than 32 MB, the most that can be imported. Leave out examples, or split it.";

  private final Div list = Look.div("pb-import-files");
  private final Div problem = Look.div("");
  private final Select<String> first = new Select<>();
  private final transient List<SourceFile> files = new ArrayList<>();

  /** No file yet. */
  public FileSource() {
    addClassName("pb-col");
    add(upload(), problem, list, first);
    problem.getElement().setAttribute("role", "alert");
    first.setLabel("Start with");
    first.setHelperText("The others are read where this one refers to them.");
    first.setWidthFull();
    first.setVisible(false);
    Look.testId("main-file", first);
  }

  @Override
  public Component body() {
    return this;
  }

  @Override
  public ImportRequest request() {
    if (files.isEmpty()) {
      throw new InvalidException("file", "Choose a file first.");
    }
    var inOrder = new ArrayList<SourceFile>();
    files.stream().filter(f -> f.name().equals(first.getValue())).forEach(inOrder::add);
    files.stream().filter(f -> !f.name().equals(first.getValue())).forEach(inOrder::add);
    return new ImportRequest(Format.AUTO, inOrder, null, null, false);
  }

  private Upload upload() {
    var upload = new Upload((UploadHandler) this::receive);
    upload.addClassName("pb-import-upload");
    upload.setMaxFileSize(ImportRequest.MAX_BYTES);
    upload.setUploadButton(Buttons.neutral("Choose files", Icons.FILE_UP, () -> {}));
    upload.setDropLabelIcon(Icons.FILE_CODE_2.create("pb-i20"));
    upload.setDropLabel(new Span("Drop an OpenAPI description, a Postman collection, a HAR file"));
    upload.setWidthFull();
    var words = new UploadI18N();
    words.setError(
        new UploadI18N.Error()
            .setFileIsTooBig("Larger than 32 MB, the most that can be imported.")
            .setTooManyFiles("Too many files."));
    upload.setI18n(words);
    upload.addFileRejectedListener(event -> {
      String name = event.getFileName();
      showProblem(
          event.getErrorMessage().startsWith("Larger")
              ? TOO_LARGE.formatted(name)
              : "'%s' was not taken: %s".formatted(name, event.getErrorMessage()));
    });
    upload.addAllFinishedListener(event -> upload.clearFileList());
    Look.testId("import-file", upload);
    return upload;
  }

  /** Runs on the thread of the request, without the lock of the page. */
  private void receive(UploadEvent event) throws IOException {
    byte[] content;
    try (InputStream in = event.getInputStream()) {
      content = in.readNBytes(ImportRequest.MAX_BYTES + 1);
    }
    var file = new SourceFile(event.getFileName(), content);
    if (content.length > ImportRequest.MAX_BYTES) {
      event.reject(TOO_LARGE.formatted(file.name()));
    }
    var _ = event.getUI().access(() -> take(file));
  }

  private void take(SourceFile file) {
    long others =
        files.stream()
            .filter(f -> !f.name().equals(file.name()))
            .mapToLong(f -> f.content().length)
            .sum();
    if (file.content().length > ImportRequest.MAX_BYTES) {
      showProblem(TOO_LARGE.formatted(file.name()));
    } else if (others + file.content().length > ImportRequest.MAX_BYTES) {
      showProblem(
          "Together the files are larger than 32 MB, the most that can be imported. '%s' was not"
                  .formatted(file.name())
              + " taken.");
    } else {
      showProblem(null);
      files.removeIf(f -> f.name().equals(file.name()));
      files.add(file);
      showFiles();
    }
  }

  private void remove(SourceFile file) {
    files.remove(file);
    showFiles();
  }

  private void showFiles() {
    list.removeAll();
    for (SourceFile file : files) {
      var row =
          Look.div(
              "pb-list-row",
              Icons.FILE_CODE_2.create("pb-i14"),
              Look.span("pb-mono pb-ellipsis", file.name()),
              Look.span("pb-end pb-text-3 pb-num", Sizes.of(file.content().length)),
              Buttons.icon(Icons.X, "Leave out " + file.name(), () -> remove(file)));
      list.add(Look.testId("imported-file", row));
    }
    String before = first.getValue();
    List<String> names = files.stream().map(SourceFile::name).toList();
    first.setItems(names);
    first.setVisible(names.size() > 1);
    if (!names.isEmpty()) {
      first.setValue(before != null && names.contains(before) ? before : MainFile.of(names));
    }
  }

  private void showProblem(@Nullable String message) {
    problem.removeAll();
    if (message != null) {
      problem.add(
          Look.div("pb-band error", Icons.TRIANGLE_ALERT.create("pb-i14"), new Span(message)));
    }
  }
}
