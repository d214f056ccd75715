package org.haetae.console.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Renders the templates that are compiled into this module. Safe for many threads. */
final class Pages {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "org.haetae.console.template");

  void show(Context ctx, String template, Map<String, Object> model) {
    StringOutput html = new StringOutput();
    engine.render(template, model, html);
    ctx.contentType("text/html; charset=utf-8").result(html.toString());
  }
}
