using System.Runtime.InteropServices;
using Microsoft.ML.Trainers.LightGbm;

namespace Complaints.Learning.MLNet.Trees;

/// <summary>
/// Whether LightGBM's native library runs here: there is none for 64-bit ARM on Linux and Windows, and on Linux it needs the system's
/// OpenMP library (Debian's <c>libgomp1</c>), which a slim machine may lack.
/// </summary>
public static class LightGbmLibrary
{
    private const string Name = "lib_lightgbm";

    /// <summary>True where the library loads. Asked once.</summary>
    public static bool Runs { get; } = Loads();

    private static bool Loads()
    {
        // The switch lets a machine that has the library do as one that has not.
        if (AppContext.TryGetSwitch("Complaints.Learning.WithoutLightGbm", out bool without) && without)
        {
            return false;
        }

        return NativeLibrary.TryLoad(Name, typeof(LightGbmBinaryTrainer).Assembly, searchPath: null, out _);
    }
}
