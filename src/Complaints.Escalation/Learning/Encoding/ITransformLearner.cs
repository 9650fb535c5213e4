using Complaints.Escalation.Table;

namespace Complaints.Escalation.Learning.Encoding;

/// <summary>Learns a transform.</summary>
public interface ITransformLearner
{
    /// <summary>
    /// Learns from labelled rows. The encoded training rows are given as well, because they may need to be encoded otherwise than new rows:
    /// a row's own label must never reach its own features.
    /// </summary>
    (ITableTransform Transform, FeatureTable Training) Learn(FeatureTable training, ulong seed);
}
