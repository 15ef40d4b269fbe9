using System;
using System.Runtime.InteropServices;

namespace VirtualStage.Client
{
    /// <summary>
    /// The functions of libopus. On .NET the library is found by the names that systems give it; in Unity it is the plugin
    /// "opus" (opus.dll, libopus.so, libopus.dylib).
    /// </summary>
    internal static class OpusLibrary
    {
        public const int Ok = 0;
        public const int ApplicationVoip = 2048;
        public const int SetBitrate = 4002;

        private const string Name = "opus";

#if NET5_0_OR_GREATER
        private static readonly string[] _names = OperatingSystem.IsWindows() ? new[] { "opus.dll", "libopus-0.dll", "libopus.dll" }
            : OperatingSystem.IsMacOS() ? new[] { "libopus.dylib", "libopus.0.dylib", "/opt/homebrew/lib/libopus.dylib", "/usr/local/lib/libopus.dylib" }
            : new[] { "libopus.so.0", "libopus.so" };

        static OpusLibrary()
        {
            NativeLibrary.SetDllImportResolver(typeof(OpusLibrary).Assembly, (name, assembly, path) =>
            {
                foreach (var candidate in name == Name ? _names : Array.Empty<string>())
                {
                    if (NativeLibrary.TryLoad(candidate, assembly, path, out var library))
                    {
                        return library;
                    }
                }

                return IntPtr.Zero;
            });
        }
#endif

        [DllImport(Name, EntryPoint = "opus_encoder_create", CallingConvention = CallingConvention.Cdecl)]
        public static extern OpusEncoderHandle CreateEncoder(int sampleRate, int channels, int application, out int error);

        [DllImport(Name, EntryPoint = "opus_encoder_destroy", CallingConvention = CallingConvention.Cdecl)]
        public static extern void DestroyEncoder(IntPtr encoder);

        [DllImport(Name, EntryPoint = "opus_encode", CallingConvention = CallingConvention.Cdecl)]
        public static extern int Encode(OpusEncoderHandle encoder, ref short samples, int count, ref byte packet, int room);

        [DllImport(Name, EntryPoint = "opus_encoder_ctl", CallingConvention = CallingConvention.Cdecl)]
        public static extern int Control(OpusEncoderHandle encoder, int request, int value);

        [DllImport(Name, EntryPoint = "opus_decoder_create", CallingConvention = CallingConvention.Cdecl)]
        public static extern OpusDecoderHandle CreateDecoder(int sampleRate, int channels, out int error);

        [DllImport(Name, EntryPoint = "opus_decoder_destroy", CallingConvention = CallingConvention.Cdecl)]
        public static extern void DestroyDecoder(IntPtr decoder);

        [DllImport(Name, EntryPoint = "opus_decode", CallingConvention = CallingConvention.Cdecl)]
        public static extern int Decode(OpusDecoderHandle decoder, ref byte packet, int length, ref short samples, int room, int correctsErrors);

        /// <summary>Without a packet: what was lost is glossed over.</summary>
        [DllImport(Name, EntryPoint = "opus_decode", CallingConvention = CallingConvention.Cdecl)]
        public static extern int Conceal(OpusDecoderHandle decoder, IntPtr packet, int length, ref short samples, int room, int correctsErrors);
    }
}
