using System.Text.Json;

namespace VirtualStage.Productions.Models;

/// <summary>A model's materials, textures and pictures.</summary>
internal static class GltfSurfaces
{
    /// <summary>How many materials there are, when all of them are right.</summary>
    /// <exception cref="ModelException">Something is wrong with them.</exception>
    public static int Check(GltfValue root, GltfBytes bytes)
    {
        var images = root.Objects("images");
        CheckImages(images, bytes);
        var samplers = root.Objects("samplers").Count;
        var textures = root.Objects("textures");
        foreach (var texture in textures)
        {
            texture.Index("sampler", samplers);
            if (texture.Index("source", images.Count) is null)
            {
                throw texture.Wrong("source", "is missing: it has no picture as PNG or JPEG");
            }
        }

        var materials = root.Objects("materials");
        foreach (var material in materials)
        {
            CheckTextures(material, textures.Count);
        }

        return materials.Count;
    }

    private static void CheckImages(List<GltfValue> images, GltfBytes bytes)
    {
        var pixels = 0L;
        foreach (var image in images)
        {
            if (image.Index("bufferView", bytes.Views) is not { } view)
            {
                throw image.Wrong("bufferView", "is missing: its picture is not in the file; export it as glTF binary (.glb)");
            }

            if (PictureSize.Of(bytes.ViewAt(view).Span) is not { } size)
            {
                throw new ModelException($"{image.Path} is neither PNG nor JPEG; save its textures as one of them");
            }

            if (size is not { Width: >= 1 and <= ModelLimits.WidestTexture, Height: >= 1 and <= ModelLimits.WidestTexture })
            {
                throw new ModelException($"{image.Path} has {size.Width} × {size.Height} pixels; make it at most {ModelLimits.WidestTexture} × {ModelLimits.WidestTexture}");
            }

            pixels += size.Width * size.Height;
        }

        if (pixels > ModelLimits.MostPixels)
        {
            throw new ModelException($"its textures have {pixels:N0} pixels together; make them smaller, to at most {ModelLimits.MostPixels:N0}");
        }
    }

    /// <summary>Every texture that a material names, in its extensions as well.</summary>
    private static void CheckTextures(GltfValue value, int textures)
    {
        foreach (var property in value.Element.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object || property.Name == "extras")
            {
                continue;
            }

            var inner = new GltfValue(property.Value, $"{value.Path}.{property.Name}");
            if (property.Name.EndsWith("Texture", StringComparison.Ordinal) && inner.Index("index", textures) is null)
            {
                throw inner.Wrong("index", "is missing");
            }

            CheckTextures(inner, textures);
        }
    }
}
