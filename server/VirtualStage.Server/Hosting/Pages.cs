using Microsoft.Extensions.FileProviders;

namespace VirtualStage.Server.Hosting;

/// <summary>Serves the built web pages: each view has its own address.</summary>
internal static class Pages
{
    private static readonly (string Route, string File)[] _pages =
    [
        ("/", "index.html"),
        ("/console/{performance?}/{view?}", "console.html"),
        ("/watch/{performance?}", "watch.html"),
        ("/replay/{recording?}", "watch.html"),
        ("/film/{recording}", "watch.html"),
        ("/stage-door/{performance?}", "stage-door.html"),
        ("/stage-door/{performance}/camera", "stage-door.html"),
        ("/audition/{audition}", "audition.html"),
        ("/cluster", "cluster.html"),
    ];

    public static void MapPages(this WebApplication app, string folder)
    {
        if (!Directory.Exists(folder))
        {
            app.MapGet("/", () => Results.Text("The pages are not built. Run `make run`, or `npm ci && npm run build` in directors-console."));
            return;
        }

        var files = new PhysicalFileProvider(folder);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        foreach (var (route, file) in _pages)
        {
            app.MapGet(route, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                return Results.File(files.GetFileInfo(file).PhysicalPath!, "text/html");
            });
        }
    }

    /// <summary>What browsers are told of every page: nothing from elsewhere, no frames, no guessing of types.</summary>
    public static void UseTheatreHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy =
            // Where a browser does not decode Opus itself, WebAssembly does. A model's textures come out of its file as blobs.
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob: ws: wss:; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";
        return next(context);
    });
}
