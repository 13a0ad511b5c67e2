package io.patchbay.ui.account;

import com.vaadin.flow.component.Html;
import java.util.List;
import java.util.Locale;

/** The picture beside the sign-in form: three devices, some of their jacks patched. */
final class PatchbayArt extends Html {

  private record Device(String name, int top, List<String> jacks) {}

  /** A cable from the lower row of one device to the upper row of the next. */
  private record Cable(int fromDevice, int fromJack, int toJack, String colour, String width) {}

  private static final List<Device> DEVICES =
      List.of(
          new Device(
              "GITHUB",
              124,
              List.of(
                  "getIssue",
                  "issues",
                  "comment",
                  "labels",
                  "users",
                  "repos",
                  "hooks",
                  "teams",
                  "events",
                  "search",
                  "gists")),
          new Device(
              "CRM",
              364,
              List.of(
                  "find", "create", "get", "update", "delete", "addTag", "deals", "notes", "owners",
                  "lists", "export")),
          new Device(
              "SLACK",
              604,
              List.of(
                  "post", "update", "open", "join", "users", "files", "pins", "views", "stars",
                  "team", "rtm")));

  private static final String COPPER = "var(--pb-cable)";

  private static final List<Cable> CABLES =
      List.of(
          new Cable(0, 9, 10, "var(--pb-line-3)", "2"),
          new Cable(1, 8, 9, "var(--pb-line-3)", "2"),
          new Cable(0, 1, 4, "var(--pb-accent)", "3"),
          new Cable(0, 3, 1, "var(--pb-line-3)", "2"),
          new Cable(0, 7, 6, COPPER, "2.5"),
          new Cable(1, 6, 2, "var(--pb-accent)", "3"),
          new Cable(1, 1, 5, "var(--pb-post)", "3"));

  PatchbayArt() {
    super("<div class=\"pb-sign-in-art\" aria-hidden=\"true\">" + svg() + "</div>");
  }

  private static String svg() {
    var svg =
        new StringBuilder("<svg viewBox=\"0 0 840 900\" preserveAspectRatio=\"xMidYMid slice\">");
    DEVICES.forEach(device -> draw(svg, device));
    CABLES.forEach(cable -> draw(svg, cable));
    return svg.append("</svg>").toString();
  }

  private static void draw(StringBuilder svg, Device device) {
    svg.append(
        """
        <rect x="46" y="%d" width="748" height="160" rx="14" fill="var(--pb-surface)" stroke="var(--pb-line)"/>\
        <text x="74" y="%d" font-size="10.5" font-weight="600" letter-spacing=".08em" fill="var(--pb-text-3)" font-family="var(--pb-font)">%s</text>\
        """
            .formatted(device.top, device.top + 28, device.name));
    for (var i = 0; i < device.jacks.size(); i++) {
      drawJack(svg, x(i), device.top + 58);
      drawJack(svg, x(i), device.top + 122);
      svg.append(
          """
          <text x="%d" y="%d" font-size="9" text-anchor="middle" fill="var(--pb-text-3)" font-family="var(--pb-mono)">%s</text>\
          """
              .formatted(x(i), device.top + 89, device.jacks.get(i)));
    }
  }

  private static void drawJack(StringBuilder svg, int x, int y) {
    svg.append(
        """
        <circle cx="%d" cy="%d" r="11" fill="var(--pb-bg)" stroke="var(--pb-line-2)" stroke-width="1.5"/>\
        <circle cx="%d" cy="%d" r="4.5" fill="var(--pb-line-2)"/>\
        """
            .formatted(x, y, x, y));
  }

  private static void draw(StringBuilder svg, Cable cable) {
    var x1 = x(cable.fromJack);
    var y1 = DEVICES.get(cable.fromDevice).top + 122;
    var x2 = x(cable.toJack);
    var y2 = DEVICES.get(cable.fromDevice + 1).top + 58;
    var path = "M%d %d C%d %d %d %d %d %d".formatted(x1, y1, x1, y1 + 104, x2, y2 - 104, x2, y2);
    var shade = String.format(Locale.ROOT, "%.1f", Double.parseDouble(cable.width) + 3);
    var dashes = cable.colour.equals(COPPER) ? " stroke-dasharray=\"8 6\"" : "";
    svg.append(
        """
        <path d="%s" stroke="var(--pb-sunken)" stroke-width="%s"/>\
        <path d="%s" stroke="%s" stroke-width="%s" stroke-linecap="round"%s/>\
        """
            .formatted(path, shade, path, cable.colour, cable.width, dashes));
    drawPlug(svg, x1, y1, cable.colour);
    drawPlug(svg, x2, y2, cable.colour);
  }

  private static void drawPlug(StringBuilder svg, int x, int y, String colour) {
    svg.append(
        """
        <circle cx="%d" cy="%d" r="9" fill="%s"/>\
        <circle cx="%d" cy="%d" r="3" fill="var(--pb-surface)"/>\
        """
            .formatted(x, y, colour, x, y));
  }

  private static int x(int jack) {
    return 90 + 66 * jack;
  }
}
