using Microsoft.ML.Data;

namespace Complaints.Learning.MLNet.Data;

/// <summary>Rows of a table as ML.NET takes them: a sparse vector each, made when asked for.</summary>
internal interface IRowFeatures
{
    /// <summary>Length of every vector.</summary>
    int Width { get; }

    /// <summary>Writes a row's vector. Safe for use from several threads with vectors of their own.</summary>
    void Fill(int row, ref VBuffer<float> vector);
}
