package io.patchbay.ui.credentials;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.credential.CertificateUpload;
import io.patchbay.credential.Secret;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are dropped or chosen, several at once, or pasted text; and the password of them. */
final class CertificateSource extends Div {

  private static final int MOST_BYTES = 1024 * 1024;

  private final Runnable onChange;
  private final Div names = Look.div("pb-certificate-files");
  private final Div problem = Look.div("");
  private final PasswordField password = new PasswordField("Password");
  private final TextArea pem = new TextArea();
  private final transient Map<String, byte[]> files = new LinkedHashMap<>();

  CertificateSource(Runnable onChange) {
    this.onChange = onChange;
    addClassName("pb-certificate-source");
    problem.getElement().setAttribute("role", "alert");
    password.setWidthFull();
    password.setHelperText("Of the .p12 file or of an encrypted key; empty if there is none.");
    password.getElement().setProperty("autocomplete", "new-password");
    password.setValueChangeMode(ValueChangeMode.LAZY);
    password.addValueChangeListener(event -> onChange.run());
    Look.testId("certificate-password", password);
    pem.setWidthFull();
    pem.setMinRows(4);
    pem.setMaxRows(8);
    pem.setAriaLabel("PEM");
    pem.addClassNames("pb-mono-field", "pb-key-area");
    pem.setPlaceholder("-----BEGIN CERTIFICATE-----\n…");
    pem.getElement().setAttribute("spellcheck", false);
    pem.addValueChangeListener(event -> onChange.run());
    Look.testId("certificate-pem", pem);
    var paste = new Details("Paste PEM instead", pem);
    paste.addClassName("pb-further");
    Look.testId("paste-pem", paste);
    add(upload(), names, paste, password, problem);
  }

  private Upload upload() {
    var field =
        new Upload(UploadHandler.inMemory((metadata, bytes) -> take(metadata.fileName(), bytes)));
    field.addClassName("pb-import-upload");
    field.setMaxFileSize(MOST_BYTES);
    field.setUploadButton(Buttons.neutral("Choose files", Icons.FILE_UP, () -> {}));
    field.setDropLabelIcon(Icons.SHIELD_CHECK.create("pb-i20"));
    field.setDropLabel(new Span("Drop .p12, .pfx, .pem, .crt, .cer or .key files, all at once"));
    field.setWidthFull();
    field.addFileRejectedListener(event ->
        show("'%s' is too large for a certificate (1 MB).".formatted(event.getFileName())));
    field.addAllFinishedListener(event -> field.clearFileList());
    Look.testId("certificate-files", field);
    return field;
  }

  private void take(String name, byte[] bytes) {
    files.put(name, bytes);
    showFiles();
    onChange.run();
  }

  private void showFiles() {
    names.removeAll();
    for (String file : files.keySet()) {
      names.add(
          Look.div(
              "pb-key-taken",
              Icons.FILE_CODE_2.create("pb-i14"),
              Look.span("pb-ellipsis", file),
              Buttons.icon(
                  Icons.X,
                  "Leave out " + file,
                  () -> {
                    files.remove(file);
                    showFiles();
                    onChange.run();
                  })));
    }
  }

  /** What there is so far. */
  CertificateUpload contents() {
    var all = new ArrayList<byte[]>(files.values());
    if (!pem.isEmpty()) {
      all.add(pem.getValue().strip().getBytes(StandardCharsets.UTF_8));
    }
    String secret = password.getValue();
    return new CertificateUpload(all, secret.isEmpty() ? null : Secret.of(secret), null);
  }

  /** Takes away what was said to be wrong. */
  void good() {
    problem.removeAll();
    password.setInvalid(false);
  }

  /** Says what is wrong, the password's problem at its field. */
  void mark(List<Problem> problems) {
    good();
    for (Problem one : problems) {
      if (one.where().equals("password")) {
        FormField.show(password, one.message());
        password.focus();
      } else if (!one.where().equals("name")) {
        show(one.message());
      }
    }
  }

  private void show(String message) {
    problem.removeAll();
    problem.add(
        Look.div("pb-band error", Icons.TRIANGLE_ALERT.create("pb-i14"), new Span(message)));
  }
}
